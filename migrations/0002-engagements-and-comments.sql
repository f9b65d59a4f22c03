-- Engagements with their timeline, questions, and the comments that come in through every channel.
-- Text that an agency writes is jsonb: { "source": "en", "texts": { "en": { "text": "…", "status": "source" }, "es": {…} } }.

create table engagement (
  agency_id uuid not null references agency (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  status text not null check (status in ('draft', 'open', 'closed')),
  title jsonb not null,
  purpose jsonb not null,
  decision_question jsonb not null,
  decided_by jsonb not null,
  input_use jsonb not null,
  hardest_issue jsonb not null,
  languages text[] not null,
  contact_name text not null,
  contact_address text not null,
  contact_phone text not null default '',
  frameworks text[] not null default '{}',
  opens_on date,
  closes_on date,
  response_days integer not null default 10 check (response_days between 1 and 60),
  moderation text not null default 'after' check (moderation in ('before', 'after')),
  moderation_policy jsonb not null,
  asks_students boolean not null default false,
  protected_topics text[] not null default '{}',
  protected_topics_checked_at timestamptz,
  double_entry boolean not null default false,
  sms_keyword text not null default '',
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, id)
);
create unique index engagement_slug on engagement (agency_id, slug);

create table timeline_entry (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  day date not null,
  starts_at timestamptz,
  ends_at timestamptz,
  title jsonb not null,
  detail jsonb not null,
  place text not null default '',
  takes_part boolean not null default false,
  sequence integer not null default 0,
  cancelled_at timestamptz,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create index timeline_entry_day on timeline_entry (agency_id, engagement_id, day);

create table follow (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  address text not null,
  language text not null,
  confirm_hash bytea not null,
  stop_token text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create unique index follow_address on follow (agency_id, engagement_id, address);
create index follow_stop on follow (stop_token);

create table question (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  code text not null,
  position integer not null,
  kind text not null check (kind in ('text', 'single', 'multiple', 'scale', 'ranking')),
  prompt jsonb not null,
  hint jsonb not null,
  options jsonb not null default '[]',
  required boolean not null default false,
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create unique index question_code on question (agency_id, engagement_id, code);

-- "About you": what the agency asks of the person, each one skippable. Values are kept apart in about_you.
create table about_question (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  key text not null,
  position integer not null,
  prompt jsonb not null,
  options jsonb not null,
  removed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create unique index about_question_key on about_question (agency_id, engagement_id, key);

create table comment_import (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  file_name text not null,
  mapping jsonb not null,
  rows integer not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);

create table comment (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  receipt_code text not null,
  channel text not null check (channel in ('web', 'mail', 'sms', 'paper', 'meeting', 'phone', 'import', 'api')),
  language text not null,
  state text not null check (state in ('waiting', 'published', 'held', 'spam', 'withdrawn', 'erased')),
  age text not null default 'adult' check (age in ('adult', '13-17', 'under-13')),
  guardian_consent boolean not null default false,
  received_at timestamptz not null,
  answered_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  submission_key text not null,
  fingerprint text not null,
  duplicate_of uuid,
  import_id uuid,
  entered_by uuid,
  entered_note text not null default '',
  person_id uuid,
  contact_channel text check (contact_channel in ('mail', 'sms')),
  contact_address text,
  provenance jsonb not null default '{}',
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id),
  foreign key (agency_id, import_id) references comment_import (agency_id, id)
);
create unique index comment_receipt on comment (agency_id, receipt_code);
create index comment_receipt_alone on comment (receipt_code);
create unique index comment_submission on comment (agency_id, submission_key);
create index comment_newest on comment (agency_id, engagement_id, received_at desc, id desc);
create index comment_fingerprint on comment (agency_id, engagement_id, fingerprint);
create index comment_import_rows on comment (agency_id, import_id) where import_id is not null;
create index comment_person on comment (person_id) where person_id is not null;

create table answer (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  comment_id uuid not null,
  question_id uuid not null,
  text text,
  choices text[],
  number smallint,
  redacted boolean not null default false,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, question_id) references question (agency_id, id)
);
create index answer_comment on answer (agency_id, comment_id);
create index answer_question on answer (agency_id, question_id);

create table about_you (
  agency_id uuid not null,
  id uuid not null,
  comment_id uuid not null,
  about_question_id uuid not null,
  value text not null,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, about_question_id) references about_question (agency_id, id)
);
create index about_you_comment on about_you (agency_id, comment_id);
create index about_you_value on about_you (agency_id, about_question_id, value);

create table answer_translation (
  agency_id uuid not null,
  id uuid not null,
  answer_id uuid not null,
  language text not null,
  text text not null,
  origin text not null check (origin in ('machine', 'human')),
  made_by uuid,
  made_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, answer_id) references answer (agency_id, id)
);
create unique index answer_translation_language on answer_translation (agency_id, answer_id, language);

-- What staff and authors did with a comment, in order; also the public moderation log.
create table comment_event (
  agency_id uuid not null,
  id uuid not null,
  comment_id uuid not null,
  engagement_id uuid not null,
  at timestamptz not null,
  by_person uuid,
  act text not null check (act in ('approved', 'held', 'released', 'spam', 'redacted', 'moved', 'duplicate', 'not-duplicate', 'answered', 'corrected', 'withdrawn', 'erased', 'translated')),
  reason text not null default '',
  note text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id)
);
create index comment_event_comment on comment_event (agency_id, comment_id, at);
create index comment_event_engagement on comment_event (agency_id, engagement_id, at);

create table comment_draft (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  person_id uuid not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create unique index comment_draft_person on comment_draft (agency_id, engagement_id, person_id);

-- A paper form keyed in once and waiting for its second keying, when the engagement asks for double entry.
create table paper_entry (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  paper_number text not null,
  fields jsonb not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  comment_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id)
);
create unique index paper_entry_number on paper_entry (agency_id, engagement_id, paper_number);
