// The tables of a network, whatever rooms they belong to: what a backup holds and a restore fills.
import type pg from 'pg'

export type Table = {
  /** With its schema, both quoted: `"spaces"."post"`. */
  name: string
  /** Quoted; those that the database works out by itself are left out. */
  columns: string[]
}

export type Sequence = { name: string; lastValue: number }

/**
 * The queue's schema is made by its library, and what ran of the migrations by running them. Unlogged tables hold what
 * need not outlast a crash, and so are left out too.
 */
const SCHEMAS_LEFT_OUT = ['jobs', 'foyer_migrations', 'information_schema', 'pg_catalog', 'pg_toast']

const IS_OURS = `
  n.nspname <> all ($1) and n.nspname not like 'pg\\_temp%' and n.nspname not like 'pg\\_toast\\_temp%'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/**
 * All tables, each after those that it refers to, so that rows can go in one table after the other.
 * @throws Error when tables refer to each other in a circle
 */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const tables = await client.query<Table & { oid: number }>(
    `select c.oid::int as oid, format('%I.%I', n.nspname, c.relname) as name,
       array(select quote_ident(a.attname) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and ${IS_OURS}
     order by 2`,
    [SCHEMAS_LEFT_OUT],
  )
  const references = await client.query<{ from: number; to: number }>(
    `select conrelid::int as from, confrelid::int as to from pg_constraint
     where contype = 'f' and conrelid <> confrelid`,
  )
  const referredBy = Map.groupBy(references.rows, ({ from }) => from)
  return inOrder(tables.rows, (table) => referredBy.get(table.oid)?.map(({ to }) => to) ?? [])
}

function inOrder(
  tables: readonly (Table & { oid: number })[],
  refersTo: (table: { oid: number }) => number[],
): Table[] {
  const ours = new Set(tables.map(({ oid }) => oid))
  const placed = new Set<number>()
  const ordered: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter((table) => refersTo(table).every((oid) => placed.has(oid) || !ours.has(oid)))
    if (ready.length === 0)
      throw new Error(`These tables refer to each other: ${left.map(({ name }) => name)}.`)
    for (const { oid, name, columns } of ready) {
      placed.add(oid)
      ordered.push({ name, columns })
    }
    left = left.filter(({ oid }) => !placed.has(oid))
  }
  return ordered
}

/** Where each sequence stands; one that was never drawn from is left out. */
export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const found = await client.query<{ name: string; lastValue: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
     from pg_sequences where schemaname <> all ($1) and last_value is not null order by 1`,
    [SCHEMAS_LEFT_OUT],
  )
  return found.rows.map(({ name, lastValue }) => ({ name, lastValue: Number(lastValue) }))
}

/** The schemas that hold tables of ours, quoted. */
export function schemasOf(tables: readonly Table[]): string[] {
  return [...new Set(tables.map(({ name }) => name.split('.')[0] ?? ''))]
}
