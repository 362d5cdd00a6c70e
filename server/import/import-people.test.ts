import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { UnreadableArchive } from './archive.ts'
import { importPeople } from './import-people.ts'
import { bringIn, person } from './made-archive.ts'
import { peopleReport } from './people-report.ts'

const foyer = await startFoyer()
const { db } = foyer
const folder = await mkdtemp(join(tmpdir(), 'foyer-people-'))
after(() => rm(folder, { recursive: true, force: true }))

const FIRST = `ID,Name,Email,Title,Manager Email
1,Wanda Reuter,wanda@foyer.test,Head of yard,
2,Xaver Blum,xaver@foyer.test,Rigger,wanda@foyer.test
3,Yara Costa,yara@foyer.test,Rigger,xaver@foyer.test
`

async function importText(text: string, more: { isApplied?: boolean; marksLeavers?: boolean } = {}) {
  const path = join(folder, 'people.csv')
  await writeFile(path, text)
  return importPeople({ db, path, isApplied: true, marksLeavers: false, at: foyer.clock.now, ...more })
}

type Seen = { title: string | null; manager: string | null; isActive: boolean }

async function seen(name: string): Promise<Seen | undefined> {
  const found = await sql<Seen>`
    select p.title, m.name as manager, p.is_active as "isActive"
    from people.person p left join people.person m on m.id = p.manager_id where p.name = ${name}`.execute(db)
  assert.ok(found.rows.length < 2, `${name} is there twice`)
  return found.rows[0]
}

it('changes nothing until it is applied, and then lets people in', async () => {
  const looked = await importText(FIRST, { isApplied: false })
  assert.equal(looked.plan.report.counts.added, 3)
  assert.equal(await seen('Wanda Reuter'), undefined)
  assert.match(peopleReport(looked), /Rows: 3 = 3 added \+ 0 changed .*\n[\s\S]*Nothing was changed/)

  await importText(FIRST)
  assert.deepEqual(await seen('Yara Costa'), { title: 'Rigger', manager: 'Xaver Blum', isActive: true })
  await foyer.anyone.write(auth.askForLink, { address: 'yara@foyer.test' })
  assert.equal(foyer.mails.at(-1)?.to, 'yara@foyer.test')
})

it('adds nothing the second time, and says so', async () => {
  const again = await importText(FIRST)
  assert.deepEqual([again.plan.report.counts.added, again.plan.report.counts.unchanged], [0, 3])
})

it('updates people, and never closes a circle with those whom the file does not name', async () => {
  await importText(`ID,Name,Email,Title,Manager Email
1,Wanda Reuter,wanda.reuter@foyer.test,Director,yara@foyer.test
`)
  assert.deepEqual(await seen('Wanda Reuter'), { title: 'Director', manager: null, isActive: true })
  const found = await sql<{ address: string }>`
    select a.address from people.address a join people.person p on p.id = a.person_id
    where p.name = 'Wanda Reuter' order by a.is_preferred desc`.execute(db)
  assert.deepEqual(
    found.rows.map((row) => row.address),
    ['wanda.reuter@foyer.test', 'wanda@foyer.test'],
  )
})

it('marks leavers only when asked, and never those whom no file brought', async () => {
  const shorter = FIRST.split('\n').slice(0, 3).join('\n')
  const kept = await importText(shorter)
  assert.deepEqual(
    kept.plan.leavers.map(({ name }) => name),
    ['Yara Costa'],
  )
  assert.equal((await seen('Yara Costa'))?.isActive, true)
  await importText(shorter, { marksLeavers: true })
  assert.equal((await seen('Yara Costa'))?.isActive, false)
  assert.equal((await seen(cast.member.name))?.isActive, true)
})

it('does not bring back somebody who was sent away, but lets in somebody known from an archive alone', async () => {
  await bringIn(db, [person('zoe', { name: 'Zoe Lamm', addresses: ['zoe@foyer.test'] })])
  await importText(`ID,Name,Email\n3,Yara Costa,yara@foyer.test\n4,Zoe Lamm,zoe@foyer.test\n`)
  assert.equal((await seen('Yara Costa'))?.isActive, false)
  assert.equal((await seen('Zoe Lamm'))?.isActive, true)
})

it('makes no guest of somebody who has another role', async () => {
  await importText(
    `Name,Email,Guest\n${cast.steward.name},${cast.steward.address},yes\nAda Visit,ada@partner.test,yes\n`,
  )
  const found = await sql<{ name: string; roles: string[] }>`
    select name, roles from people.person where name in (${cast.steward.name}, 'Ada Visit') order by name`.execute(
    db,
  )
  assert.deepEqual(found.rows, [
    { name: 'Ada Visit', roles: ['guest'] },
    { name: cast.steward.name, roles: ['steward'] },
  ])
})

it('refuses what is no people file with a sentence, and changes nothing', async () => {
  const count = async () => (await sql`select from people.person`.execute(db)).rows.length
  const before = await count()
  await assert.rejects(importText('colour,shape\nred,round\n'), UnreadableArchive)
  for (const path of [folder, join(folder, 'missing.csv')]) {
    const wanted = { db, path, isApplied: true, marksLeavers: false, at: foyer.clock.now }
    await assert.rejects(importPeople(wanted), (error: Error) => {
      assert.ok(error instanceof UnreadableArchive)
      return error.message.includes(basename(path)) && !error.message.includes(tmpdir())
    })
  }
  assert.equal(await count(), before)
})
