import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { QuestionOf } from '#contract/endpoint'
import type { library } from '#contract/library'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask } from '#testing/answers-house'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { textsInZip } from '#testing/zip-texts'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId
let lair: SpaceId

const SCRIPT = '<script>alert(1)</script>'

before(async () => {
  const executive = await foyer.as('executive')
  const create = async (name: string, visibility: 'open' | 'private') =>
    must(await executive.write(spaces.createSpace, { name, visibility })).id
  plant = await create('Plant', 'open')
  board = await create('Board', 'private')
  lair = await create(`../../${SCRIPT}`, 'open')
  const plain = await ask(foyer, { spaceId: plant, title: 'Who may stop line 3?', body: 'At #night' })
  await answer(foyer, { postId: plain, by: 'executive', body: 'The **supervisor**.' })
  const secret = await ask(foyer, { spaceId: board, title: 'Secret merger?', by: 'executive' })
  await answer(foyer, { postId: secret, by: 'executive', body: 'Yes, merger.' })
  for (const title of [
    SCRIPT,
    '../../../etc/passwd',
    '..\\..\\boot.ini',
    'C:\\con',
    '"><img src=x onerror=alert(1)>',
  ]) {
    const postId = await ask(foyer, { spaceId: lair, title, body: `${SCRIPT} [x](javascript:alert(1))` })
    await answer(foyer, { postId, by: 'executive', body: `${SCRIPT} ![x](https://tracker.test/x.png)` })
  }
})

type Asked = QuestionOf<typeof library.downloadAnswers>

async function download(who: CastName, { format, ...filter }: Asked) {
  const query = new URLSearchParams(Object.entries(filter) as [string, string][])
  return (await foyer.as(who)).open(`/api/answers/download-answers/${format}?${query}`)
}

async function filesOf(answered: Response): Promise<Map<string, string>> {
  assert.equal(answered.status, 200)
  return textsInZip(await answered.arrayBuffer())
}

describe('a download of answers', () => {
  it('is a zip to be saved, made for whoever asks, that no range can be asked of', async () => {
    const answered = await download('member', { format: 'markdown', spaceId: plant })
    assert.equal(answered.headers.get('content-type'), 'application/zip')
    assert.match(
      answered.headers.get('content-disposition') ?? '',
      /^attachment; filename="answers-2026-03-02\.zip"/,
    )
    assert.equal(answered.headers.get('cache-control'), 'no-store')
    assert.equal(answered.headers.get('accept-ranges'), null)
    const files = await filesOf(answered)
    const names = [...files.keys()].map((name) => name.replace(/-[\da-f]{12}/, ''))
    assert.deepEqual(names, ['answers/who-may-stop-line-3.md', 'index.md'])
  })

  it('holds what whoever presses may read, and what is private only where they name its space', async () => {
    const texts = async (who: CastName, asked: Asked) =>
      [...(await filesOf(await download(who, asked)))].flat().join()
    for (const format of ['markdown', 'site'] as const) {
      assert.doesNotMatch(await texts('executive', { format }), /merger/i)
      assert.match(await texts('executive', { format, spaceId: board }), /merger/i)
      for (const who of ['member', 'administrator', 'steward', 'outsider'] as const) {
        assert.doesNotMatch(await texts(who, { format }), /merger|Board/i)
        assert.equal((await download(who, { format, spaceId: board })).status, 404, who)
      }
      assert.ok(!(await texts('executive', { format })).includes(cast.member.name), 'who asked is not in it')
    }
  })

  it('is for those of the house: no guest, and nobody who is not signed in', async () => {
    assert.equal((await download('guest', { format: 'site' })).status, 403)
    assert.equal((await foyer.anyone.open('/api/answers/download-answers/site')).status, 401)
    assert.equal((await (await foyer.as('member')).open('/api/answers/download-answers/exe')).status, 400)
  })

  it('is refused in a sentence where there is nothing in it', async () => {
    const refused = await download('member', { format: 'site', topic: 'nobody-wrote-of-it' })
    assert.equal(refused.status, 404)
    assert.equal((await refused.json()).code, 'nothing-to-export')
  })

  it('runs nothing, fetches nothing and stays in its folder, whatever was written', async () => {
    const pages = await filesOf(await download('member', { format: 'site', spaceId: lair }))
    const texts = await filesOf(await download('member', { format: 'markdown', spaceId: lair }))
    assert.equal(pages.size, 7)
    for (const name of [...pages.keys(), ...texts.keys()])
      assert.match(name, /^(answers\/)?[a-z0-9]([a-z0-9-]*[a-z0-9])?\.(html|md)$/)
    for (const text of pages.values()) {
      assert.match(text, /default-src 'none'/)
      for (const [tag] of text.matchAll(/<[a-z][^>]*>/gi))
        assert.doesNotMatch(tag, /^<(script|img|iframe|link)|\s(on\w+|src)=|href="\s*javascript:/i)
    }
  })

  it('speaks the language of its reader, and leaves what people wrote as it is', async () => {
    await sql`update people.person set language = 'de' where id = ${cast.supervisor.id}`.execute(foyer.db)
    const files = await filesOf(await download('supervisor', { format: 'site', spaceId: plant }))
    const text = [...files.values()].join()
    assert.match(text, /<html lang="de">/)
    assert.match(text, /Beantwortet von Ingrid Solheim am 2\. März 2026\./)
    assert.match(text, /<strong>supervisor<\/strong>/)
  })
})
