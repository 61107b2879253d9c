import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen';
import type pg from 'pg';
import { TABLES_SQL, type TableRow, tableText } from './schema-tables.ts';

export const SCHEMA_FILE = 'db/schema.sql';
export const TABLES_FILE = 'server/platform/database/tables.ts';

/** The present shape of the schema `public` as SQL to read: sorted, and the same for the same migrations. */
export async function schemaText(pool: pg.Pool): Promise<string> {
  const parts = ['-- The present shape of the database, written by `npm run db:snapshot`. Change it with a migration.'];
  for (const query of [EXTENSIONS, COLLATIONS, TYPES, SEQUENCES]) parts.push(...(await statements(pool, query)));
  const tables = await pool.query<TableRow>(TABLES_SQL);
  for (const table of tables.rows) parts.push(tableText(table));
  for (const query of [VIEWS, FUNCTIONS, TRIGGERS]) parts.push(...(await statements(pool, query)));
  return `${parts.join('\n\n')}\n`;
}

/** The row types of the same tables, with camel-case names; partitions are left out. */
export async function tablesText(pool: pg.Pool): Promise<string> {
  const dialect = new CodegenDialect({ dateParser: 'string', numericParser: 'string' });
  const db = new Kysely({ dialect: new PostgresDialect({ pool: withoutEnd(pool) }) });
  // The generator sees the CommonJS types of the same class.
  const text = await generate({
    db: db as never,
    dialect,
    camelCase: true,
    defaultSchemas: ['public'],
    includePattern: 'public.*',
    partitions: false,
  });
  const named = text.replace('export interface DB {', 'export interface Tables {');
  if (named === text && !text.includes('interface Tables'))
    throw new Error('kysely-codegen writes another form now: adapt tablesText.');
  return named.replace('kysely-codegen', '`npm run db:snapshot`');
}

function withoutEnd(pool: pg.Pool) {
  return { connect: () => pool.connect(), end: async () => {} };
}

async function statements(pool: pg.Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ statement: string }>(query);
  return rows.map((row) => row.statement);
}

const own = (catalogue: string, alias: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

const EXTENSIONS = `
  select format('create extension %I;', extname) as statement from pg_extension where extname <> 'plpgsql' order by extname`;

const COLLATIONS = `
  select format('create collation %I (provider = %s, locale = %L, deterministic = %s);', collname,
      case collprovider when 'i' then 'icu' when 'c' then 'libc' else collprovider::text end,
      coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale', collcollate), collisdeterministic) as statement
  from pg_collation c where collnamespace = 'public'::regnamespace and ${own('pg_collation', 'c')} order by collname`;

const TYPES = `
  select case t.typtype
      when 'e' then format('create type %I as enum (%s);', typname,
        (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
      else format('create domain %I as %s%s%s;', typname, format_type(typbasetype, typtypmod), case when typnotnull then ' not null' else '' end,
        (select string_agg(' ' || pg_get_constraintdef(oid), '' order by conname) from pg_constraint where contypid = t.oid and contype = 'c'))
    end as statement
  from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') and ${own('pg_type', 't')} order by typname`;

const SEQUENCES = `
  select format('create sequence %I as %s start %s increment %s;', c.relname, format_type(seqtypid, null), seqstart, seqincrement) as statement
  from pg_sequence s join pg_class c on c.oid = s.seqrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
  order by c.relname`;

const VIEWS = `
  select format(E'create %sview %I as\\n%s', case relkind when 'm' then 'materialized ' else '' end, relname, pg_get_viewdef(c.oid)) as statement
  from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('v', 'm') and ${own('pg_class', 'c')} order by relname`;

const FUNCTIONS = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' as statement from pg_proc p
  where pronamespace = 'public'::regnamespace and prokind in ('f', 'p') and ${own('pg_proc', 'p')}
  order by proname, pg_get_function_identity_arguments(p.oid)`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as statement from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not tgisinternal and tgparentid = 0 and c.relnamespace = 'public'::regnamespace order by c.relname, tgname`;
