import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { mail } from '#contract/mail'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { readSettings } from '#platform/settings'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { freePort } from '#testing/free-port'
import { type Brought, bring } from '#testing/postman'
import { replyAddressFor, spaceAddressFor } from './signed-address.ts'

const port = await freePort()
const environment = { MAIL_LISTEN_PORT: String(port), MAIL_DOMAIN: 'talk.test' }
const foyer = await startFoyer({ environment })
const settings = readSettings(environment, '/')
const { db } = foyer
const executive = await foyer.as('executive')
const spaceId = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
const postId = await write(spaceId)

async function write(into: SpaceId): Promise<PostId> {
  const post = { spaceId: into, kind: 'note', title: 'Line 3', body: 'Who may stop it?' } as const
  return must(await executive.write(spaces.writePost, post)).id
}

async function replyTo(who: CastName, thread = postId): Promise<string> {
  return (await replyAddressFor(db, settings, { personId: cast[who].id, postId: thread })) ?? ''
}

let sent = 0
async function bringFrom(who: CastName, given: Partial<Brought>): Promise<string | undefined> {
  sent += 1
  // Each comes at a time of its own, as answers and words of one person are limited.
  foyer.clock.now = foyer.clock.now.add({ minutes: 30 })
  const defaults = { from: cast[who].address, to: await replyTo(who), messageId: `<${sent}@foyer.test>` }
  return bring(port, { ...defaults, text: 'Whoever stands next to it.', ...given })
}

async function replies(thread = postId) {
  return must(await executive.read(spaces.getThread, { postId: thread })).replies
}

async function lastReceived() {
  const administrator = await foyer.as('administrator')
  return must(await administrator.read(mail.listReceived, {})).items[0]
}

async function answers(): Promise<{ subject: string; text: string; address: string }[]> {
  const found = await sql<{ subject: string; text: string; address: string }>`
    select subject, text, address from mail.letter where why = 'answer to a mail' order by id`.execute(db)
  return found.rows
}

describe('a reply by mail', () => {
  it('is a reply in its thread, without quotes and signature', async () => {
    const text = `Whoever stands next to it.

Best regards,
Tomasz Okafor
Line technician

On Mon, 2 Mar 2026 at 09:00, Foyer <foyer@talk.test> wrote:
> Who may stop it?
`
    assert.equal(await bringFrom('member', { text }), undefined)
    const [reply] = await replies()
    assert.equal(reply?.body, 'Whoever stands next to it.')
    assert.equal(reply?.author.id, cast.member.id)
    assert.equal((await lastReceived())?.sentence, 'It became a reply.')
  })

  it('is there once, however often it is brought, also at the same moment', async () => {
    const before = (await replies()).length
    const given = { messageId: '<twice@foyer.test>', text: 'Once.' }
    await Promise.all([1, 2, 3].map(() => bringFrom('member', given)))
    await bringFrom('member', given)
    assert.equal((await replies()).length, before + 1)
  })

  it('brings its files along', async () => {
    const attachments = [{ filename: 'plan.txt', content: Buffer.from('Stop at the red line.') }]
    await bringFrom('member', { text: 'See the plan.', attachments })
    const reply = (await replies()).at(-1)
    assert.deepEqual(
      reply?.files.map(({ name }) => name),
      ['plan.txt'],
    )
    const file = await executive.open(`/files/${reply?.files[0]?.id}/plan.txt`)
    assert.equal(await file.text(), 'Stop at the red line.')
  })

  it('that is longer than a post goes along whole, with its beginning in the words', async () => {
    const text = 'A sentence that goes on about line three. '.repeat(1000)
    await bringFrom('member', { text })
    const reply = (await replies()).at(-1)
    assert.ok((reply?.body.length ?? 0) < 5000)
    assert.match(reply?.body ?? '', /The whole mail is attached\.\*$/)
    assert.deepEqual(
      reply?.files.map(({ name }) => name),
      ['mail.txt'],
    )
  })

  it('in HTML alone is read as its words', async () => {
    await bringFrom('member', {
      text: '',
      html: '<p>Ask <b>Marta</b>.</p><script>alert(1)</script><blockquote>Old</blockquote>',
    })
    assert.equal((await replies()).at(-1)?.body, 'Ask Marta.')
  })

  it('mentions nobody by what looks like a mention', async () => {
    await bringFrom('member', { text: `Hello ${mention('executive')}` })
    const found = await sql`select from spaces.mention where person_id = ${cast.executive.id}`.execute(db)
    assert.equal(found.rows.length, 0)
  })
})

describe('a post by mail', () => {
  it('has its subject as title', async () => {
    const to = (await spaceAddressFor(db, settings, { personId: cast.member.id, spaceId })) ?? ''
    assert.equal(
      await bringFrom('member', { to, subject: 'Re: FW: Night shift', text: 'We are two.' }),
      undefined,
    )
    const post = must(await executive.read(spaces.listPosts, { spaceId })).items[0]
    assert.equal(post?.title, 'Night shift')
    assert.equal(post?.author.id, cast.member.id)
  })

  it('has an address that is shown to those alone who may post', async () => {
    const member = await foyer.as('member')
    const { address } = must(await member.write(mail.makeSpaceAddress, { spaceId }))
    assert.equal(address, await spaceAddressFor(db, settings, { personId: cast.member.id, spaceId }))
    const guest = await foyer.as('guest')
    assert.equal((await guest.write(mail.makeSpaceAddress, { spaceId })).status, 404)
  })
})

describe('a question by mail', () => {
  it('waits for one press, in the space of the link that is pressed', async () => {
    const member = await foyer.as('member')
    must(await member.write(spaces.joinSpace, { id: spaceId }))
    const text = 'Does anybody know how loud it is?\n\n-- \nTomasz'
    assert.equal(await bringFrom('member', { to: 'ask@talk.test', subject: 'Re: Noise', text }), undefined)
    const answer = (await answers()).at(-1)
    const token = /Plant: http:\/\/localhost:3000\/act\/(\S+)/.exec(answer?.text ?? '')?.[1] ?? ''
    const asked = must(await foyer.anyone.read(mail.lookAtLink, { token }))
    assert.deepEqual([asked.state, asked.button], ['open', 'Ask in Plant'])
    must(await foyer.anyone.write(mail.pressButton, { token }))
    const post = must(await executive.read(spaces.listPosts, { spaceId })).items[0]
    assert.deepEqual([post?.kind, post?.title], ['question', 'Noise'])
    const { post: whole } = must(await executive.read(spaces.getThread, { postId: post?.id as PostId }))
    assert.equal(whole.body, 'Does anybody know how loud it is?')
    assert.equal(must(await foyer.anyone.write(mail.pressButton, { token })).state, 'done')
  })
})

describe('a mail that may not come in', () => {
  it('from somebody else is refused to the server that brought it, and nobody is written to', async () => {
    const before = { replies: (await replies()).length, answers: (await answers()).length }
    const spoofed = await bringFrom('member', { from: 'evil@else.test' })
    assert.match(spoofed ?? '', /^550 .*does not come from the address/)
    assert.equal((await replies()).length, before.replies)
    assert.equal((await answers()).length, before.answers)
    assert.equal((await lastReceived())?.outcome, 'refused')
  })

  it('from a colleague who got hold of the address is answered with a sentence', async () => {
    const before = (await replies()).length
    await bringFrom('supervisor', { to: await replyTo('member') })
    assert.equal((await replies()).length, before)
    const answer = (await answers()).at(-1)
    assert.equal(answer?.address, cast.supervisor.address)
    assert.match(answer?.text ?? '', /does not come from the address that this way in was given to/)
  })

  it('names two senders, or an address that an import merely took for theirs', async () => {
    const before = (await replies()).length
    const to = await replyTo('member')
    const raw = `From: ${cast.member.address}\r\nFrom: ${cast.executive.address}\r\nTo: ${to}\r\nMessage-ID: <two@foyer.test>\r\n\r\nHello.`
    assert.match((await bringFrom('member', { raw })) ?? '', /^550/)
    const at = foyer.clock.now
    await sql`insert into people.address values ('tom@else.test', ${cast.member.id}, false, 'same name', ${at})`.execute(
      db,
    )
    assert.match((await bringFrom('member', { from: 'tom@else.test' })) ?? '', /^550/)
    assert.equal((await replies()).length, before)
  })

  it('to an address that was never given is not even taken', async () => {
    for (const to of ['marta@talk.test', 'reply@talk.test', 'someone@else.test', 'root@localhost'])
      assert.match((await bringFrom('member', { to })) ?? '', /^550 .*nobody at this address/, to)
    await bringFrom('member', { to: `reply+1.${'0'.repeat(20)}@talk.test` })
    assert.match((await answers()).at(-1)?.text ?? '', /There is no such address here/)
  })

  it('to a thread that is closed or out of sight says why, and no more', async () => {
    const own = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
    const hidden = await write(own)
    const to = await replyTo('member', hidden)
    await bringFrom('member', { to })
    assert.match((await answers()).at(-1)?.text ?? '', /^This thread does not exist for you\./)
    const deleted = await write(spaceId)
    must(await executive.write(spaces.deleteWords, { saidId: deleted as never }))
    await bringFrom('member', { to: await replyTo('member', deleted) })
    assert.match((await answers()).at(-1)?.text ?? '', /^The post was deleted/)
  })

  it('from somebody who left is refused', async () => {
    await sql`update people.person set is_active = false where id = ${cast.supervisor.id}`.execute(db)
    assert.match((await bringFrom('supervisor', {})) ?? '', /^550/)
    await sql`update people.person set is_active = true where id = ${cast.supervisor.id}`.execute(db)
  })

  it('says nothing of its own', async () => {
    await bringFrom('member', {
      text: 'On Mon, 2 Mar 2026 at 09:00, Foyer <foyer@talk.test> wrote:\n> Who may stop it?\n',
    })
    assert.match((await answers()).at(-1)?.text ?? '', /nothing of your own/)
  })

  it('is answered five times an hour at the most', async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 2 })
    const before = (await answers()).length
    const to = `reply+1.${'0'.repeat(20)}@talk.test`
    for (let i = 0; i < 9; i += 1)
      await bring(port, {
        from: cast.steward.address,
        to,
        messageId: `<flood${i}@foyer.test>`,
        text: 'Hello.',
      })
    assert.equal((await answers()).length, before + 5)
  })
})

describe('what no person wrote', () => {
  const machines: [string, Partial<Brought>][] = [
    ['an automatic answer', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a mail of a list', { headers: { 'List-Id': '<all.else.test>' } }],
    ['an answer of Exchange', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['a bounce', { envelopeFrom: null }],
    ['our own letter', { headers: { 'X-Foyer-Letter': 'a' } }],
    ['our own Message-ID', { messageId: '<a@talk.test>' }],
  ]
  for (const [name, given] of machines) {
    it(`is left unanswered and noted: ${name}`, async () => {
      const before = { replies: (await replies()).length, answers: (await answers()).length }
      assert.equal(await bringFrom('member', given), undefined)
      assert.equal((await replies()).length, before.replies)
      assert.equal((await answers()).length, before.answers)
      assert.equal((await lastReceived())?.outcome, 'ignored')
    })
  }
})

describe('a mail bomb', () => {
  const head = async () =>
    `From: ${cast.member.address}\r\nTo: ${await replyTo('member')}\r\nMessage-ID: <bomb${sent}@foyer.test>\r\n`

  it('of ten thousand parts, deep nesting or endless headers is refused with a sentence', async () => {
    const before = (await replies()).length
    const parts = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nHello.\r\n'.repeat(10_000)}--b--\r\n`
    const nested = Array.from(
      { length: 400 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    )
    const flood = `${'X-Flood: 1\r\n'.repeat(40_000)}\r\nHello.`
    for (const body of [parts, nested.join(''), flood])
      assert.match(
        (await bringFrom('member', { raw: (await head()) + body })) ?? '',
        /^550 .*more parts than any letter/,
      )
    assert.equal((await replies()).length, before)
  })

  it('of more megabytes than a mail may have is cut off, and kept nowhere', async () => {
    const before = (await replies()).length
    const raw = Buffer.concat([
      Buffer.from(`${await head()}\r\n`),
      Buffer.alloc(40_000_000, 'a line of words \n'),
    ])
    assert.match((await bringFrom('member', { raw })) ?? '', /^552|closed/i)
    assert.equal((await replies()).length, before)
  })

  it('keeps no words in the log', async () => {
    await bringFrom('member', { text: 'About the merger.' })
    assert.ok(!foyer.logged.some((line) => line.includes('merger')))
    const kept = await sql<{ row: string }>`select r::text as row from mail.received r`.execute(db)
    assert.ok(kept.rows.length > 10)
    assert.ok(!kept.rows.some(({ row }) => row.includes('merger') || row.includes('reply+')))
  })
})
