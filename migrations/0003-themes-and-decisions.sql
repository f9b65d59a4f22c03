-- Codes, themes, quotes, decisions, and who has been told what.

create table code (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  name text not null,
  definition text not null,
  example text not null default '',
  exclusion text not null default '',
  position integer not null,
  retired_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create unique index code_name on code (agency_id, engagement_id, lower(name)) where retired_at is null;

create table theme (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  title jsonb not null,
  summary jsonb not null,
  position integer not null,
  is_minority boolean not null default false,
  published_at timestamptz,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);

create table theme_code (
  agency_id uuid not null,
  theme_id uuid not null,
  code_id uuid not null,
  primary key (agency_id, theme_id, code_id),
  foreign key (agency_id, theme_id) references theme (agency_id, id),
  foreign key (agency_id, code_id) references code (agency_id, id)
);
create index theme_code_code on theme_code (agency_id, code_id);

-- One coder's reading of one comment: that it was read, and which codes it was given.
create table reading (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  comment_id uuid not null,
  coder_id uuid not null,
  memo text not null default '',
  finished_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id)
);
create unique index reading_coder on reading (agency_id, comment_id, coder_id);
create index reading_engagement on reading (agency_id, engagement_id, coder_id);

create table coding (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  comment_id uuid not null,
  reading_id uuid not null,
  code_id uuid not null,
  stance text not null default 'neutral' check (stance in ('for', 'against', 'neutral')),
  answer_id uuid,
  quote_start integer,
  quote_end integer,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, reading_id) references reading (agency_id, id),
  foreign key (agency_id, code_id) references code (agency_id, id),
  foreign key (agency_id, answer_id) references answer (agency_id, id)
);
create unique index coding_once on coding (agency_id, reading_id, code_id);
create index coding_code on coding (agency_id, code_id, comment_id);
create index coding_comment on coding (agency_id, comment_id);

-- Where two coders differed about a code on a comment, what was settled and by whom.
create table adjudication (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  comment_id uuid not null,
  code_id uuid not null,
  applies boolean not null,
  note text not null default '',
  settled_by uuid not null,
  settled_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, code_id) references code (agency_id, id)
);
create unique index adjudication_once on adjudication (agency_id, comment_id, code_id);

create table quote (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  theme_id uuid not null,
  comment_id uuid not null,
  answer_id uuid not null,
  quote_start integer not null,
  quote_end integer not null,
  stance text not null check (stance in ('for', 'against', 'neutral')),
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, theme_id) references theme (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, answer_id) references answer (agency_id, id)
);
create index quote_theme on quote (agency_id, theme_id);

create table decision (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  question jsonb not null,
  options jsonb not null,
  method text not null check (method in ('consensus', 'vote', 'advisory')),
  method_detail jsonb not null,
  result jsonb not null,
  minority_statement jsonb not null,
  responsible text not null,
  decided_on date,
  review_on date,
  status text not null check (status in ('draft', 'published')),
  published_at timestamptz,
  version integer not null default 1,
  created_by uuid,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create index decision_engagement on decision (agency_id, engagement_id, published_at);

-- What became of one theme in one decision, and why.
create table disposition (
  agency_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  theme_id uuid not null,
  outcome text check (outcome in ('adopted', 'in-part', 'not', 'already', 'out-of-scope')),
  reason jsonb not null,
  follow_up text check (follow_up in ('done', 'dropped')),
  follow_up_note jsonb not null,
  followed_up_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, decision_id) references decision (agency_id, id),
  foreign key (agency_id, theme_id) references theme (agency_id, id)
);
create unique index disposition_once on disposition (agency_id, decision_id, theme_id);
create index disposition_theme on disposition (agency_id, theme_id);

-- One line per author and occasion, so that publishing twice tells nobody twice.
create table told (
  agency_id uuid not null,
  id uuid not null,
  comment_id uuid not null,
  decision_id uuid not null,
  occasion text not null check (occasion in ('published', 'followed-up')),
  disposition_id uuid,
  channel text not null check (channel in ('mail', 'sms', 'receipt')),
  told_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, comment_id) references comment (agency_id, id),
  foreign key (agency_id, decision_id) references decision (agency_id, id),
  foreign key (agency_id, disposition_id) references disposition (agency_id, id)
);
create unique index told_published on told (agency_id, comment_id, decision_id) where occasion = 'published';
create unique index told_followed_up on told (agency_id, comment_id, disposition_id) where occasion = 'followed-up';
