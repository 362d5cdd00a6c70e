// Bringing an archive of mail in by the real command, beside COPY of the very rows it wrote into bare tables.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Bed, type Figure, median, percent, rate } from './bed.ts'
import { chanceFrom } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import { writerFrom } from './made-up-words.ts'

const SEED = 77
const PEOPLE = 2000
const SHARE_WANTED = 0.1
const RATE_WANTED = 3000
const REPLY_SHARE = 0.7
const ROOT = join(import.meta.dirname, '..')

export async function measureArchive(bed: Bed): Promise<Figure[]> {
  const file = join(bed.folder, 'archive.mbox')
  const count = bed.effort.archiveMessages
  await writeArchive(file, count)
  const rates: { copied: number; imported: number }[] = []
  for (let round = 0; round < bed.effort.rounds; round += 1) {
    const name = `archive_${round}`
    await bed.query(`create database ${name}`)
    const url = bed.databaseUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
    const imported = count / (await secondsOfImport(url, file))
    rates.push({ imported, copied: count / (await secondsOfCopy(url)) })
    await bed.query(`drop database ${name} with (force)`)
  }
  const imported = median(rates.map((each) => each.imported))
  const copied = median(rates.map((each) => each.copied))
  const common = {
    workload: `${count} mails of a list, whole command`,
    yardstick: rate(copied),
    product: rate(imported),
  }
  return [
    {
      ...common,
      figure: 'import of an archive, beside COPY',
      ratio: percent(imported / copied),
      wanted: `≥ ${percent(SHARE_WANTED)}`,
      isMet: imported / copied >= SHARE_WANTED,
    },
    {
      ...common,
      figure: 'import of an archive',
      ratio: rate(imported),
      wanted: `≥ ${rate(RATE_WANTED)}`,
      isMet: imported >= RATE_WANTED,
    },
  ]
}

/** A mailing list of years: people answer one another in threads. */
async function writeArchive(file: string, count: number): Promise<void> {
  const chance = chanceFrom(SEED)
  const writer = writerFrom(SEED)
  const names = Array.from({ length: PEOPLE }, () => writer.name(chance))
  const out = createWriteStream(file)
  let thread: { id: string; subject: string } | undefined
  let at = Temporal.Instant.from('2024-01-01T00:00:00Z')
  for (let number = 0; number < count; number += 1) {
    at = at.add({ seconds: 600 })
    const isReply = thread !== undefined && chance.isLikely(REPLY_SHARE)
    const id = `${number}@list.acme.test`
    if (thread === undefined || !isReply) thread = { id, subject: writer.title(chance) }
    const person = chance.below(PEOPLE)
    const date = new Date(at.epochMilliseconds).toUTCString()
    const mail = [
      `From p${person}@acme.test ${date}`,
      `Message-ID: <${id}>`,
      ...(isReply ? [`In-Reply-To: <${thread.id}>`, `References: <${thread.id}>`] : []),
      `From: ${names[person]} <p${person}@acme.test>`,
      'To: Shop floor <shop-floor@list.acme.test>',
      'List-Id: Shop floor <shop-floor.list.acme.test>',
      `Subject: ${isReply ? 'Re: ' : ''}${thread.subject}`,
      `Date: ${date}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      writer.body(chance),
      '',
      '',
    ].join('\n')
    if (!out.write(mail)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

async function secondsOfImport(url: string, file: string): Promise<number> {
  const words = ['server/main.ts', 'import', 'mbox', file, '--list-as-space', '--apply']
  const started = performance.now()
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The import failed.')
  return (performance.now() - started) / 1000
}

/** What an import writes for every message, less what the database makes of it by itself. */
const WRITTEN = [
  { table: 'spaces.post', columns: 'id, space_id, author_id, kind, title, body, folded, created_at' },
  { table: 'spaces.thread', columns: 'post_id, space_id, author_id, reply_count, last_at, last_author_id' },
  {
    table: 'spaces.reply',
    columns: 'id, post_id, space_id, author_id, answers_id, body, folded, created_at',
  },
  { table: 'spaces.mention', columns: 'said_id, person_id, author_id, post_id, at' },
  { table: 'import.origin', columns: '*' },
  { table: 'import.appearance', columns: '*' },
]

async function secondsOfCopy(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let seconds = 0
  for (const [index, { table, columns }] of WRITTEN.entries()) {
    await client.query(`create table bare_${index} as select ${columns} from ${table} with no data`)
    const found = await client.query({
      text: `select ${columns} from ${table}`,
      rowMode: 'array',
      types: asTexts,
    })
    const started = performance.now()
    await copyRows(client, `bare_${index}`, found.rows)
    seconds += (performance.now() - started) / 1000
  }
  await client.end()
  return seconds
}

/** Values go back as they came. */
const asTexts = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig
