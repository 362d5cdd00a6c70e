// Forwarded mail as drafts, through the mail door and through the room's own.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { mail } from '#contract/mail'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { freePort } from '#testing/free-port'
import { type Brought, bring } from '#testing/postman'

const port = await freePort()
const foyer = await startFoyer({ environment: { MAIL_LISTEN_PORT: String(port), MAIL_DOMAIN: 'talk.test' } })
const { db } = foyer
const member = await foyer.as('member')
const executive = await foyer.as('executive')
let plant: SpaceId
let canteen: SpaceId

const THREAD = `---------- Forwarded message ---------
From: Tomasz Okafor <tomasz@foyer.test>
Date: Mon, Mar 2, 2026 at 11:00 AM
Subject: Re: Noise of line 3
To: Jan Kowal <jan@partner.test>

82 decibels, so wear protection. Ask jan@partner.test for the report.

Best regards,
Tomasz

On Mon, Mar 2, 2026 at 9:00 AM Jan Kowal <jan@partner.test> wrote:
> How loud is line 3 at night?
>
> Jan Kowal
> jan@partner.test
> +48 58 000 00 00
`

let sent = 0
async function forward(given: Partial<Brought> = {}, who: CastName = 'member'): Promise<string | undefined> {
  sent += 1
  foyer.clock.now = foyer.clock.now.add({ minutes: 30 })
  const defaults = { from: cast[who].address, to: 'ask@talk.test', messageId: `<forward${sent}@foyer.test>` }
  return bring(port, { ...defaults, subject: 'Fwd: Noise of line 3', text: THREAD, ...given })
}

async function drafts() {
  return must(await member.read(answers.listDrafts, {})).items
}

async function lastLetter(): Promise<string> {
  const found = await sql<{ text: string }>`
    select text from mail.letter where why = 'answer to a mail' order by id desc limit 1`.execute(db)
  return found.rows[0]?.text ?? ''
}

async function tokenOf(): Promise<string> {
  return /\/act\/(\S+)/.exec(await lastLetter())?.[1] ?? ''
}

async function postsIn(spaceId: SpaceId) {
  return must(await executive.read(spaces.listPosts, { spaceId })).items
}

before(async () => {
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  canteen = must(await executive.write(spaces.createSpace, { name: 'Canteen', visibility: 'open' })).id
  for (const id of [plant, canteen]) must(await member.write(spaces.joinSpace, { id }))
  const noise = { spaceId: plant, kind: 'note', body: 'The noise of line 3 was measured again.' } as const
  must(await executive.write(spaces.writePost, noise))
  const soup = { spaceId: canteen, kind: 'note', body: 'There is soup today.' } as const
  must(await member.write(spaces.writePost, soup))
})

describe('a forwarded thread', () => {
  it('is a draft of question and answer, proposed where its words are spoken, and published by one press', async () => {
    assert.equal(await forward(), undefined)
    const [draft] = await drafts()
    assert.deepEqual(
      [draft?.title, draft?.question, draft?.answer, draft?.answeredBy, draft?.space?.name],
      [
        'Noise of line 3',
        'How loud is line 3 at night?',
        '82 decibels, so wear protection. Ask …@… for the report.',
        null,
        'Plant',
      ],
    )
    const token = await tokenOf()
    const asked = must(await foyer.anyone.read(mail.lookAtLink, { token }))
    assert.deepEqual([asked.state, asked.button], ['open', 'Publish in Plant'])
    assert.equal((await postsIn(plant)).length, 1, 'opening does nothing')
    must(await foyer.anyone.write(mail.pressButton, { token }))
    const [post] = await postsIn(plant)
    assert.deepEqual(
      [post?.kind, post?.title, post?.author.id],
      ['question', 'Noise of line 3', cast.member.id],
    )
    const postId = post?.id as PostId
    const { replies } = must(await executive.read(spaces.getThread, { postId }))
    assert.deepEqual(
      replies.map(({ body }) => body),
      [draft?.answer],
    )
    const standing = must(await executive.read(answers.getQuestion, { postId }))
    assert.deepEqual([standing.state, standing.answer?.replyId], ['answered', replies[0]?.id])
    assert.deepEqual(await drafts(), [])
    assert.equal(must(await foyer.anyone.write(mail.pressButton, { token })).state, 'done')
    assert.equal((await postsIn(plant)).length, 2, 'a second press publishes nothing')
  })

  it('that came as an attachment is one too, and names who answered', async () => {
    const inner = [
      'From: Piotr Nowak <piotr@partner.test>',
      'To: Tomasz Okafor <tomasz@foyer.test>',
      'Subject: AW: Schutzbrille',
      'Date: Mon, 2 Mar 2026 10:00:00 +0100',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'In der Ausgabe neben Tor 2.',
      '',
      'Am Mo., 2. März 2026 um 09:00 Uhr schrieb Jan Kowal <jan@partner.test>:',
      '> Wo bekommen wir neue Schutzbrillen?',
    ].join('\r\n')
    const outer = (id: string) =>
      [
        `From: ${cast.member.address}`,
        'To: ask@talk.test',
        'Subject: WG: Schutzbrille',
        `Message-ID: <${id}@foyer.test>`,
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b\r\nContent-Type: text/plain\r\n\r\nZur Info\r\n--b\r\nContent-Type: message/rfc822\r\n',
        `${inner}\r\n--b--\r\n`,
      ].join('\r\n')
    assert.equal(await forward({ raw: outer('enclosed') }), undefined)
    const [draft] = await drafts()
    assert.deepEqual(
      [draft?.title, draft?.question, draft?.answer, draft?.answeredBy, draft?.note],
      [
        'Schutzbrille',
        'Wo bekommen wir neue Schutzbrillen?',
        'In der Ausgabe neben Tor 2.',
        'Piotr Nowak',
        'Zur Info',
      ],
    )
    const { postId } = must(await member.write(answers.publishDraft, { draftId: draft?.id ?? '' }))
    const { replies } = must(await executive.read(spaces.getThread, { postId }))
    assert.equal(replies[0]?.body, 'Answered by mail by Piotr Nowak:\n\nIn der Ausgabe neben Tor 2.')
  })

  it('without an answer is a draft of a question alone', async () => {
    const text =
      'Von: Jan Kowal <jan@partner.test>\nGesendet: Montag\nAn: Tomasz\nBetreff: Lärm\n\nWie laut ist Linie 3?'
    await forward({ subject: 'WG: Lärm', text })
    const [draft] = await drafts()
    assert.deepEqual([draft?.title, draft?.question, draft?.answer], ['Lärm', 'Wie laut ist Linie 3?', null])
    const { postId } = must(await member.write(answers.publishDraft, { draftId: draft?.id ?? '' }))
    assert.equal(must(await executive.read(answers.getQuestion, { postId })).state, 'open')
  })

  it('comes once, however often it is brought', async () => {
    await forward({ messageId: '<again@foyer.test>' })
    await forward({ messageId: '<again@foyer.test>' })
    assert.equal((await drafts()).length, 1)
  })

  it('from a machine or from somebody else becomes nothing', async () => {
    const count = (await drafts()).length
    await forward({ headers: { 'Auto-Submitted': 'auto-replied' } })
    assert.match((await forward({ from: 'evil@else.test' })) ?? '', /^550/)
    assert.equal((await drafts()).length, count)
  })
})

describe('a draft', () => {
  it('of somebody else does not exist', async () => {
    const draftId = (await drafts())[0]?.id ?? ''
    assert.deepEqual(must(await executive.read(answers.listDrafts, {})).items, [])
    const change = { draftId, title: 'Mine', question: 'Is it mine?', answer: null, spaceId: plant }
    assert.equal((await executive.write(answers.saveDraft, change)).problem?.code, 'no-such-draft')
    for (const act of [answers.publishDraft, answers.discardDraft])
      assert.equal((await executive.write(act, { draftId })).problem?.code, 'no-such-draft')
    assert.equal((await drafts())[0]?.id, draftId)
  })

  it('is changed before it is published, and then its link publishes it nowhere else', async () => {
    await forward()
    const draftId = (await drafts())[0]?.id ?? ''
    const token = await tokenOf()
    const change = { draftId, title: '', question: 'How loud is it?', answer: 'Very.', spaceId: canteen }
    const saved = must(await member.write(answers.saveDraft, change))
    assert.deepEqual(
      [saved.title, saved.question, saved.answer, saved.space?.id],
      [null, 'How loud is it?', 'Very.', canteen],
    )
    assert.equal((await foyer.anyone.write(mail.pressButton, { token })).problem?.code, 'draft-moved')
    must(await member.write(answers.publishDraft, { draftId }))
    assert.equal((await postsIn(canteen))[0]?.kind, 'question')
    assert.equal((await foyer.anyone.write(mail.pressButton, { token })).problem?.code, 'no-such-draft')
  })

  it('is published once, also by two presses at the same moment', async () => {
    await forward()
    const draftId = (await drafts())[0]?.id ?? ''
    const before = (await postsIn(plant)).length
    const presses = await Promise.all([1, 2, 3].map(() => member.write(answers.publishDraft, { draftId })))
    assert.equal(presses.filter(({ status }) => status === 200).length, 1)
    assert.equal((await postsIn(plant)).length, before + 1)
  })

  it('cannot be asked where its maker may not write, and is kept', async () => {
    await forward()
    const draftId = (await drafts())[0]?.id ?? ''
    const board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
    const change = { draftId, title: null, question: 'How loud?', answer: null, spaceId: board }
    assert.equal((await member.write(answers.saveDraft, change)).problem?.code, 'no-such-space')
    await sql`update answers.draft set space_id = ${board} where id = ${draftId}`.execute(db)
    assert.equal((await member.write(answers.publishDraft, { draftId })).problem?.code, 'no-such-space')
    assert.deepEqual([(await drafts())[0]?.id, (await drafts())[0]?.space], [draftId, null])
    must(await member.write(answers.discardDraft, { draftId }))
    assert.ok((await drafts()).every(({ id }) => id !== draftId))
  })

  it('of a guest whom nobody let into a space is refused with a sentence', async () => {
    await forward({}, 'guest')
    assert.match(await lastLetter(), /nowhere to ask/)
  })
})
