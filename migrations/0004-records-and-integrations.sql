-- Retention, holds, records requests; API tokens and webhooks.

create table retention_rule (
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('contact-addresses', 'about-you', 'comments', 'messages', 'drafts', 'audit')),
  keep_days integer check (keep_days between 1 and 36500),
  basis text not null default '',
  changed_at timestamptz not null,
  primary key (agency_id, kind)
);

create table hold (
  agency_id uuid not null references agency (id),
  id uuid not null,
  engagement_id uuid,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);

create table records_request (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  asked_by text not null,
  from_day date not null,
  to_day date not null,
  note text not null default '',
  opened_by uuid not null,
  opened_at timestamptz not null,
  released_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);

-- What a records request leaves out, by character range or whole answer, each with its reason.
create table records_redaction (
  agency_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  answer_id uuid not null,
  range_start integer not null,
  range_end integer not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, request_id) references records_request (agency_id, id),
  foreign key (agency_id, answer_id) references answer (agency_id, id)
);
create index records_redaction_request on records_redaction (agency_id, request_id);

create table api_token (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (agency_id, id)
);
create index api_token_hash on api_token (token_hash);

create table idempotent_answer (
  agency_id uuid not null,
  token_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  body text not null,
  created_at timestamptz not null,
  primary key (agency_id, token_id, key)
);

create table webhook (
  agency_id uuid not null references agency (id),
  id uuid not null,
  url text not null,
  secret text not null,
  events text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_reason text not null default '',
  primary key (agency_id, id)
);

create table webhook_delivery (
  agency_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  body text not null,
  attempts integer not null default 0,
  status integer,
  problem text not null default '',
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, webhook_id) references webhook (agency_id, id)
);
create index webhook_delivery_newest on webhook_delivery (agency_id, webhook_id, created_at desc);
