import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { lintSchema } from './schema-lint.ts'

const { db, pool } = testDatabase({ empty: true })

const good = `
  create table agency (id uuid primary key, slug text not null unique);
  create table provider (id uuid primary key, agency_id uuid references agency (id));
  create table comment (
    agency_id uuid not null references agency (id), id uuid not null, at timestamptz not null, share double precision,
    primary key (agency_id, id));
  create unique index on comment (agency_id, at);
  create index on comment (at);
  create table answer (
    agency_id uuid not null, comment_id uuid not null, position integer not null,
    primary key (agency_id, comment_id, position),
    foreign key (agency_id, comment_id) references comment (agency_id, id));`
const reference = ['agency', 'provider']

beforeEach(async () => {
  await pool.query('drop schema public cascade')
  await pool.query('create schema public')
  await pool.query(good)
})

const cases: [name: string, change: string, fault: RegExp][] = [
  ['a table of nobody', 'create table stray (id uuid primary key)', /stray has no agency_id/],
  [
    'an agency that may be missing',
    'alter table comment drop constraint comment_pkey cascade; alter table comment alter agency_id drop not null',
    /comment\.agency_id may be null/,
  ],
  ['no primary key', 'create table bare (agency_id uuid not null)', /bare has no primary key/],
  [
    'a primary key that begins elsewhere',
    'create table bad (agency_id uuid not null, id uuid, primary key (id, agency_id))',
    /bad: agency_id is not first in the primary key bad_pkey/,
  ],
  [
    'a unique index across agencies',
    'create unique index across on comment (at)',
    /comment: agency_id is not first in the unique index across/,
  ],
  [
    'a unique index on an expression first',
    'create unique index across on comment ((share + 1), agency_id)',
    /unique index across/,
  ],
  [
    'a foreign key across agencies',
    'alter table comment add unique (id); alter table answer add foreign key (comment_id) references comment (id)',
    /answer: the foreign key .* to comment/,
  ],
  [
    'a foreign key with agency_id last',
    'alter table answer add foreign key (comment_id, agency_id) references comment (id, agency_id)',
    /answer: the foreign key/,
  ],
  [
    'a reference table that points at an agency’s',
    'alter table comment add unique (agency_id, share, id); alter table provider add comment_id uuid; alter table provider add foreign key (agency_id, comment_id) references comment (agency_id, id)',
    /provider: the foreign key .* leads from a reference table to comment/,
  ],
  [
    'a trigger',
    `create function nothing() returns trigger language plpgsql as 'begin return new; end'; create trigger noisy before insert on comment for each row execute function nothing()`,
    /comment has the trigger noisy/,
  ],
  ['a rule', 'create rule quiet as on delete to comment do instead nothing', /comment has the rule quiet/],
  ['a sequence', 'create sequence counter', /counter is a sequence/],
  ['a serial', 'alter table comment add number serial', /comment_number_seq is a sequence/],
  [
    'an identity',
    'alter table comment add number int generated always as identity',
    /comment\.number is an identity column/,
  ],
  [
    'a deferrable constraint',
    'alter table comment add constraint late unique (agency_id, share) deferrable',
    /the constraint late is deferrable/,
  ],
  [
    'an exclusion constraint',
    'alter table comment add constraint apart exclude using btree (at with =)',
    /apart is an exclusion constraint/,
  ],
  [
    'a timestamp without zone',
    'alter table comment add seen_at timestamp',
    /comment\.seen_at is a timestamp without time zone/,
  ],
  [
    'an array of them',
    'alter table comment add seen timestamp[]',
    /comment\.seen is a timestamp without time zone/,
  ],
  ['money', 'alter table comment add cost money', /comment\.cost is money/],
  [
    'a count in floating point',
    'alter table comment add vote_count real',
    /comment\.vote_count is a count in real/,
  ],
  [
    'an id that is a number',
    'create table numbered (agency_id uuid, id bigint, primary key (agency_id, id))',
    /numbered\.id is bigint, not uuid/,
  ],
]

describe('the schema lint', () => {
  test('is content with a schema that keeps the rules', async () => {
    expect(await lintSchema(db, reference)).toEqual([])
  })

  test.each(cases)('finds %s', async (_, change, fault) => {
    await pool.query(change)
    expect((await lintSchema(db, reference)).join('\n')).toMatch(fault)
  })

  test('finds a reference table that is gone', async () => {
    expect(await lintSchema(db, [...reference, 'gone'])).toEqual([
      'gone is listed as a reference table but does not exist',
    ])
  })
})
