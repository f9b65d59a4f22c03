-- Agencies, the people who work in them, sign-in, the audit chain, and the messages that go out.
-- Tables without agency_id are small and shared ("reference tables"); every other key starts with agency_id.

create table agency (
  id uuid primary key,
  parent_id uuid references agency (id),
  kind text not null check (kind in ('sea', 'lea', 'school')),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  name text not null,
  languages text[] not null,
  time_zone text not null,
  minimum integer not null default 10 check (minimum between 3 and 100),
  contact_name text not null default '',
  contact_address text not null default '',
  contact_phone text not null default '',
  brand_color text check (brand_color ~ '^#[0-9a-f]{6}$'),
  is_example boolean not null default false,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index agency_parent on agency (parent_id);

create table person (
  id uuid primary key,
  name text not null,
  address text not null,
  language text not null default 'en',
  is_operator boolean not null default false,
  created_at timestamptz not null,
  erased_at timestamptz
);
create unique index person_address on person (lower(address)) where erased_at is null;

create table membership (
  agency_id uuid not null references agency (id),
  id uuid not null,
  person_id uuid not null references person (id),
  role text not null check (role in ('administrator', 'coordinator', 'facilitator', 'note-taker', 'analyst', 'member', 'partner', 'assessor', 'records-officer')),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id)
);
create unique index membership_current on membership (agency_id, person_id, role) where ended_at is null;
create index membership_person on membership (person_id) where ended_at is null;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  device text not null,
  method text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  confirmed_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table sign_in_request (
  id uuid primary key,
  address text not null,
  code_hash bytea not null,
  browser_hash bytea,
  language text not null,
  return_to text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

create table passkey_challenge (
  id uuid primary key,
  challenge text not null,
  purpose text not null check (purpose in ('register', 'sign-in')),
  person_id uuid,
  expires_at timestamptz not null
);

create table identity_provider (
  id uuid primary key,
  agency_id uuid references agency (id),
  preset text not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  allowed_domain text not null default '',
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table identity (
  id uuid primary key,
  provider_id uuid not null references identity_provider (id),
  subject text not null,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  unique (provider_id, subject)
);

create table oidc_request (
  id uuid primary key,
  provider_id uuid not null references identity_provider (id),
  state_hash bytea not null unique,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  language text not null,
  expires_at timestamptz not null
);

create table set_up (
  id uuid primary key,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz
);

-- Worth nothing after a crash, so it is not written to the log: counting a request costs no wait for the disk.
create unlogged table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

-- One chain per agency and lane: a transaction holds its lane until it commits, and the lanes keep writers apart.
-- The installation's own acts are under the agency id 00000000-0000-0000-0000-000000000000.
create table audit_chain (
  agency_id uuid not null,
  lane smallint not null,
  length bigint not null,
  head bytea not null,
  primary key (agency_id, lane)
);

create table audit_entry (
  agency_id uuid not null,
  lane smallint not null,
  position bigint not null,
  at timestamptz not null,
  actor_id uuid,
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null,
  content_hash bytea,
  hash bytea not null,
  primary key (agency_id, lane, position)
);
create index audit_entry_at on audit_entry (agency_id, at);
create index audit_entry_subject on audit_entry (agency_id, subject_id);

create table message (
  agency_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('mail', 'sms')),
  kind text not null check (kind in ('notice', 'list', 'code')),
  to_address text not null,
  language text not null,
  subject text not null,
  text text not null,
  html text not null,
  unsubscribe_url text,
  reply_to text,
  once_key text not null,
  about_kind text not null,
  about_id uuid,
  state text not null check (state in ('waiting', 'sent', 'refused', 'outbox')),
  attempts integer not null default 0,
  problem text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (agency_id, id)
);
create unique index message_once on message (agency_id, once_key);
create index message_newest on message (agency_id, created_at desc);
create index message_about on message (agency_id, about_id) where about_id is not null;

-- Addresses that must not be written to any more: stopped by their owner, or found dead.
create table unreachable_address (
  agency_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('mail', 'sms')),
  address text not null,
  reason text not null check (reason in ('stopped', 'bounced')),
  bounces integer not null default 0,
  since timestamptz not null,
  primary key (agency_id, id)
);
create unique index unreachable_address_current on unreachable_address (agency_id, channel, address);

create table stored_file (
  agency_id uuid not null references agency (id),
  id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 bytea not null,
  is_public boolean not null,
  uploaded_by uuid,
  created_at timestamptz not null,
  primary key (agency_id, id)
);
create index stored_file_about on stored_file (agency_id, about_id);
