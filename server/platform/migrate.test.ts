import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import pg from 'pg'
import { emptyTestDatabase } from '#testing/test-database'
import { migrate } from './migrate.ts'

const files = readdirSync(join(import.meta.dirname, '../migrations')).filter((name) => name.endsWith('.sql'))
const database = await emptyTestDatabase()
after(() => database.stop())

async function query(text: string, values: string[] = []) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Makes the database as empty as a server gives it. */
async function empty(): Promise<void> {
  const schemas = await query(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')`,
  )
  for (const { name } of schemas) await query(`drop schema "${name}" cascade`)
  await query('drop extension if exists unaccent')
}

/** Foreign keys whose rows are found by no index, so that each deletion of what they name reads the whole table. */
const UNSERVED = `
  select c.conrelid::regclass || '.' || a.attname as key
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f'
    and not exists (
      select from pg_index i
      where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`

describe('migrations', () => {
  it('run once each, in order, however many processes start at the same moment', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)))
    assert.deepEqual(ran.flat(), files.toSorted())
    const done = await query('select name from foyer_migrations.done order by at, name')
    assert.deepEqual(
      done.map(({ name }) => name),
      files.toSorted(),
    )
  })

  it('do nothing when all of them ran', async () => {
    assert.deepEqual(await migrate(database.url), [])
  })

  it('serve every foreign key by an index', async () => {
    assert.deepEqual(await query(UNSERVED), [])
  })

  it('stop at a file that was changed after it ran, and say which', async () => {
    const [first = ''] = files.toSorted()
    const [{ checksum }] = await query('select checksum from foyer_migrations.done where name = $1', [first])
    await query(`update foyer_migrations.done set checksum = 'other' where name = $1`, [first])
    const sentence = `The migration ${first} ran on this database with other contents.`
    await assert.rejects(migrate(database.url), { name: 'WrongDatabase', message: sentence })
    await query('update foyer_migrations.done set checksum = $2 where name = $1', [first, checksum])
    assert.deepEqual(await migrate(database.url), [])
  })

  it('run again from where they stopped', async () => {
    await empty()
    await query('create schema brief')
    await assert.rejects(migrate(database.url), /schema "brief" already exists/)
    const before = files.filter((name) => name < '0006').length
    assert.equal((await query('select from foyer_migrations.done')).length, before)
    await query('drop schema brief')
    assert.equal((await migrate(database.url)).length, files.length - before)
  })

  it('say why a database cannot be reached, and not with which password', async () => {
    const url = 'postgres://foyer:hunter2@127.0.0.1:1/foyer'
    const sentence = 'The database cannot be reached (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL.'
    await assert.rejects(migrate(url), { name: 'WrongDatabase', message: sentence })
  })
})
