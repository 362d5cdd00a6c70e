import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { archiveReport } from './archive-report.ts'
import { importMbox } from './import-mbox.ts'

const foyer = await startFoyer()
const { db } = foyer
const folder = await mkdtemp(join(tmpdir(), 'foyer-mbox-'))
after(() => rm(folder, { recursive: true, force: true }))

type Mail = { id: string; from: string; to: string; subject: string; text: string; more?: string }

function mbox(mails: readonly Mail[]): string {
  return mails
    .map(({ id, from, to, subject, text, more = '' }, minute) => {
      const date = `Mon, 4 May 2020 09:${String(minute).padStart(2, '0')}:00 +0000`
      const headers = `From: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: ${date}\nMessage-ID: <${id}@x.test>\n${more}`
      return `From x@x.test Mon May  4 09:00:00 2020\n${headers}\n${text}\n`
    })
    .join('\n')
}

async function importText(text: string, more: { listAsSpace?: boolean; isApplied?: boolean } = {}) {
  const path = join(folder, 'mail.mbox')
  await writeFile(path, text)
  const rest = { examplesWanted: 3, now: () => foyer.clock.now, onProgress: () => {} }
  return importMbox({ db, path, listAsSpace: false, isApplied: true, ...rest, ...more })
}

const DANIEL = `Daniel Reyes <${cast.delegate.address}>`
const INGRID = `Ingrid Solheim <${cast.executive.address}>`
const PRIVATE = mbox([
  { id: 'a', from: DANIEL, to: INGRID, subject: 'Budget', text: 'Could you look at the marigold budget?' },
  {
    ...{ id: 'b', from: INGRID, to: DANIEL, subject: 'Re: Budget', text: 'I will.' },
    more: 'In-Reply-To: <a@x.test>\n',
  },
  { id: 'a', from: DANIEL, to: INGRID, subject: 'Budget', text: 'Could you look at the marigold budget?' },
])

it('brings mail in as a private conversation of those it names, where To is a mention', async () => {
  const { tally } = await importText(PRIVATE)
  const { found, fresh, skipped } = tally.counts
  assert.deepEqual({ found, fresh, skipped }, { found: 3, fresh: 2, skipped: 1 })
  const executive = await foyer.as('executive')
  const { body } = await executive.read(spaces.search, { query: 'marigold' })
  assert.equal(body.items.length, 1)
  const mentions = await sql<{ name: string }>`
    select p.name from spaces.mention m join people.person p on p.id = m.person_id order by m.at`.execute(db)
  assert.deepEqual(
    mentions.rows.map((row) => row.name),
    ['Ingrid Solheim', 'Daniel Reyes'],
  )
  const outsider = await foyer.as('outsider')
  assert.deepEqual((await outsider.read(spaces.search, { query: 'marigold' })).body.items, [])
})

it('understands the same mail the same way again, whatever it taught the first time', async () => {
  const mail = mbox([
    { id: 'c', from: 'Petra Lang <petra.lang@foyer.test>', to: INGRID, subject: 'One', text: 'One.' },
    { id: 'd', from: 'Petra Lang <petra@lang.test>', to: 'o@other.test', subject: 'Two', text: 'Two.' },
    { id: 'e', from: 'Otto <o@other.test>', to: 'petra.lang@foyer.test', subject: 'Three', text: 'Three.' },
  ])
  const counted = () =>
    sql<Record<string, number>>`
      select (select count(*) from people.person) as people, (select count(*) from people.address) as addresses,
        (select count(*) from spaces.space) as spaces, (select count(*) from spaces.said) as said`.execute(db)
  await importText(mail)
  const before = (await counted()).rows
  const { tally } = await importText(mail)
  assert.deepEqual([tally.fresh, tally.known], [0, 3])
  assert.deepEqual((await counted()).rows, before)
})

it('makes one open space of a mailing list when asked to', async () => {
  const list = { to: 'yard@lists.foyer.test', more: 'List-Id: The yard <yard.lists.foyer.test>\n' }
  await importText(
    mbox([
      { ...list, id: 'f', from: DANIEL, subject: 'Cranes', text: 'The cobalt crane is back.' },
      { ...list, id: 'g', from: 'Una <una@far.test>', subject: 'Crates', text: 'So are the cobalt crates.' },
    ]),
    { listAsSpace: true },
  )
  const { body } = await (await foyer.as('outsider')).read(spaces.search, { query: 'cobalt' })
  assert.equal(body.items.length, 2)
})

it('leaves no trace of an archive that cannot be read', async () => {
  const count = async () => (await sql`select from import.archive`.execute(db)).rows.length
  const before = await count()
  const wanted = { db, path: join(folder, 'missing'), listAsSpace: false, isApplied: true, examplesWanted: 3 }
  await assert.rejects(
    importMbox({ ...wanted, now: () => foyer.clock.now, onProgress: () => {} }),
    /There is no file or folder "missing"/,
  )
  assert.equal(await count(), before)
})

it('reports counts that add up, with the places of what stays outside', async () => {
  const report = archiveReport(await importText(PRIVATE, { isApplied: false }), 'short')
  assert.match(report, /Messages: 3 found = 0 new \+ 2 known \+ 1 skipped\. From 2020-05-04 to 2020-05-04\./)
  assert.match(report, /Skipped messages: 1\n +1 {2}duplicate of an earlier mail\n +mail\.mbox:\d+\n/)
  assert.match(report, /Nothing was changed/)
})
