-- Conversations: statements that people vote on, what the votes show, and how a statement joins the thread to a decision.

create table conversation (
  agency_id uuid not null,
  id uuid not null,
  engagement_id uuid not null,
  position integer not null,
  status text not null check (status in ('draft', 'open', 'closed')),
  question jsonb not null,
  introduction jsonb not null,
  who_adds text not null check (who_adds in ('voters', 'staff')),
  statement_length integer not null check (statement_length between 40 and 1000),
  moderation text not null check (moderation in ('before', 'after')),
  moderation_policy jsonb not null,
  results_shown text not null check (results_shown in ('always', 'after-voting', 'when-closed')),
  opens_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  embed_origins text[] not null default '{}',
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, engagement_id) references engagement (agency_id, id)
);
create index conversation_engagement on conversation (agency_id, engagement_id, position);

-- Someone who votes: known by a code that only they hold (its hash is kept), not by an account.
create table voter (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- Given when votes are counted, so that nobody waits for a number; null until then.
  number integer,
  code_hash text not null,
  source text not null check (source in ('web', 'embed', 'import')),
  language text not null,
  contact_channel text check (contact_channel in ('mail', 'sms')),
  contact_address text,
  joined_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id)
);
create unique index voter_code on voter (agency_id, conversation_id, code_hash);
-- Partial, so that giving a number is no change of a key: votes of that voter need not wait for it.
create unique index voter_number on voter (agency_id, conversation_id, number) where number is not null;

create table statement (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  number integer not null,
  words jsonb not null,
  origin text not null check (origin in ('agency', 'voter', 'import')),
  voter_id uuid,
  state text not null check (state in ('waiting', 'shown', 'rejected', 'withdrawn')),
  reason text not null default '',
  -- About the voter rather than about the question: kept out of the map.
  is_meta boolean not null default false,
  fingerprint text not null,
  added_by uuid,
  added_at timestamptz not null,
  moderated_by uuid,
  moderated_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id),
  foreign key (agency_id, voter_id) references voter (agency_id, id)
);
create unique index statement_number on statement (agency_id, conversation_id, number);
create index statement_voter on statement (agency_id, voter_id) where voter_id is not null;

create table voter_about (
  agency_id uuid not null,
  id uuid not null,
  voter_id uuid not null,
  about_question_id uuid not null,
  value text not null,
  primary key (agency_id, id),
  foreign key (agency_id, voter_id) references voter (agency_id, id),
  foreign key (agency_id, about_question_id) references about_question (agency_id, id)
);
create unique index voter_about_once on voter_about (agency_id, voter_id, about_question_id);

-- Every vote as it was cast, never changed: 1 agree, -1 disagree, 0 pass, null taken back. The chance with which the statement
-- was put to this voter is kept, so that estimates can undo what the routing did.
create table vote (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  statement_id uuid not null,
  voter_id uuid not null,
  value smallint check (value in (-1, 0, 1)),
  propensity real,
  cast_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id),
  foreign key (agency_id, statement_id) references statement (agency_id, id),
  foreign key (agency_id, voter_id) references voter (agency_id, id)
);
create index vote_voter on vote (agency_id, voter_id);
create index vote_newest on vote (agency_id, conversation_id, cast_at);

-- The vote that stands, by its key; rebuilt from the log by `latest per voter and statement`.
create table latest_vote (
  agency_id uuid not null,
  conversation_id uuid not null,
  voter_id uuid not null,
  statement_id uuid not null,
  value smallint not null check (value in (-1, 0, 1)),
  propensity real,
  cast_at timestamptz not null,
  primary key (agency_id, conversation_id, voter_id, statement_id),
  foreign key (agency_id, statement_id) references statement (agency_id, id),
  foreign key (agency_id, voter_id) references voter (agency_id, id)
);
create index latest_vote_statement on latest_vote (agency_id, statement_id, value);

-- What the votes show, as last counted. `summary` is the opinion document without people; `people` has them by voter id.
create table conversation_result (
  agency_id uuid not null,
  conversation_id uuid not null,
  summary jsonb not null,
  people jsonb not null,
  -- The class model that chooses what to ask next.
  routing jsonb not null,
  provisional boolean not null,
  votes bigint not null,
  counted_at timestamptz not null,
  took_ms integer not null,
  primary key (agency_id, conversation_id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id)
);

-- What everyone sees while votes are taken: the last count that at least the minimum number of people changed, so that
-- nobody learns a neighbor's vote by looking before and after. `stamp` names the votes that it was made of.
create table conversation_shown (
  agency_id uuid not null,
  conversation_id uuid not null,
  report jsonb not null,
  stamp text not null,
  participants integer not null,
  votes bigint not null,
  counted_at timestamptz not null,
  primary key (agency_id, conversation_id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id)
);

-- The closing report, frozen word for word and figure for figure.
create table conversation_report (
  agency_id uuid not null,
  conversation_id uuid not null,
  content jsonb not null,
  content_hash text not null,
  frozen_by uuid,
  frozen_at timestamptz not null,
  primary key (agency_id, conversation_id),
  foreign key (agency_id, conversation_id) references conversation (agency_id, id)
);

-- A statement that became part of a theme, with what its votes showed at that moment.
create table theme_statement (
  agency_id uuid not null,
  id uuid not null,
  theme_id uuid not null,
  statement_id uuid not null,
  note text not null default '',
  figures jsonb not null,
  taken_by uuid,
  taken_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, theme_id) references theme (agency_id, id),
  foreign key (agency_id, statement_id) references statement (agency_id, id)
);
create unique index theme_statement_once on theme_statement (agency_id, theme_id, statement_id);
create index theme_statement_statement on theme_statement (agency_id, statement_id);

-- One line per voter and occasion, so that publishing twice tells nobody twice.
create table told_voter (
  agency_id uuid not null,
  id uuid not null,
  voter_id uuid not null,
  decision_id uuid not null,
  occasion text not null check (occasion in ('published', 'followed-up')),
  disposition_id uuid,
  channel text not null check (channel in ('mail', 'sms', 'code')),
  told_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, voter_id) references voter (agency_id, id),
  foreign key (agency_id, decision_id) references decision (agency_id, id),
  foreign key (agency_id, disposition_id) references disposition (agency_id, id)
);
create index told_voter_voter on told_voter (agency_id, voter_id);
create unique index told_voter_published on told_voter (agency_id, voter_id, decision_id) where occasion = 'published';
create unique index told_voter_followed_up on told_voter (agency_id, voter_id, disposition_id) where occasion = 'followed-up';
