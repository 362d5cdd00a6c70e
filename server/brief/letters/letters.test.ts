// The brief by mail, through its own doors: what the letter holds, what its links and answers do, and how often it goes.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief, type Card } from '#contract/brief'
import { mail } from '#contract/mail'
import { notices } from '#contract/notices'
import { people } from '#contract/people'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { plainWords } from '#rooms/notices'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { freePort } from '#testing/free-port'
import { type Brought, bring } from '#testing/postman'

/** Keys of a made-up browser. */
const P256DH = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM'
const AUTH = 'tBHItJI5svbpez7KI4CCXg'

const port = await freePort()
const foyer = await startFoyer({ environment: { MAIL_LISTEN_PORT: String(port), MAIL_DOMAIN: 'talk.test' } })
const { db, clock } = foyer
let executive = await foyer.as('executive')
let plant: SpaceId

before(async () => {
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  await sql`update people.person set time_zone = 'Europe/Warsaw' where id = ${cast.executive.id}`.execute(db)
  const settings = { channel: 'mail' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], time: '07:00' }
  must(await executive.write(brief.saveSettings, { settings }))
})

async function ask(title: string, body: string, who: CastName = 'delegate'): Promise<PostId> {
  clock.now = clock.now.add({ seconds: 1 })
  const words = { spaceId: plant, kind: 'question', title, body: `${mention('executive')} ${body}` } as const
  return must(await (await foyer.signIn(who)).write(spaces.writePost, words)).id
}

type Letter = {
  subject: string
  text: string
  html: string
  replyTo: string | null
  headers: Record<string, string>
}

const lettersSince = async (count: number): Promise<Letter[]> =>
  (
    await sql<Letter>`
      select subject, text, html, reply_to as "replyTo", headers from mail.letter where why = 'brief'
      order by written_at, id offset ${count}`.execute(db)
  ).rows
const countLetters = async () => (await lettersSince(0)).length

/** Goes on to an instant, and lets the jobs come round there. */
async function wait(until: string): Promise<Letter[]> {
  const before = await countLetters()
  clock.now = Temporal.Instant.from(until)
  // As two processes would, at the same moment.
  await Promise.all([1, 2].map(() => foyer.runJob('brief/send-briefs', {})))
  return lettersSince(before)
}

const one = (letters: readonly Letter[]): Letter => {
  assert.equal(letters.length, 1)
  return letters[0]!
}

const opened = async () => must(await executive.write(brief.openBrief, {}))
const cardOf = (cards: readonly Card[], postId: PostId) =>
  cards.find((card) => card.words?.postId === postId)!

/** What stands below a card in the plain text, from its head to the next card. */
function partOf({ text }: Letter, card: Card): string {
  const from = text.indexOf(card.words?.title ?? card.prompt ?? '')
  return text.slice(from, text.indexOf('\n* ', from) === -1 ? undefined : text.indexOf('\n* ', from))
}
const wayOf = (part: string, name: string) =>
  part.match(new RegExp(`^${name}: (\\S+)$`, 'm'))?.[1] ?? `no way called ${name}`
const tokenOf = (link: string) => link.split('/act/')[1] ?? ''

const fresh = (text: string, more: Partial<Brought>): Brought => ({
  ...{ from: cast.executive.address, to: '', text, messageId: `<${Math.random()}@foyer.test>` },
  ...more,
})

describe('a brief by mail', () => {
  it('comes at its time where its reader is, with the cards of the page, in one letter a day', async () => {
    const kiln = await ask('Kiln', 'may we buy the **second** kiln?')
    const rota = await ask('Rota', 'is the new rota final?', 'steward')
    assert.deepEqual(await wait('2026-03-03T05:59:59Z'), [])
    const letter = one(await wait('2026-03-03T06:00:00Z'))
    assert.deepEqual(await wait('2026-03-03T06:30:00Z'), [])
    const page = await opened()
    assert.ok(cardOf(page.cards, kiln) !== undefined && cardOf(page.cards, rota) !== undefined)
    for (const shape of [letter.text, letter.html.replaceAll('&quot;', '"')]) {
      const places = page.cards.map(({ headline, seconds, facts, words, prompt }, index) => {
        const head = `${index + 1}. ${headline} · ${seconds} s`
        for (const each of [head, ...facts, words === null ? prompt! : plainWords(words.body)])
          assert.ok(shape.includes(each), each)
        return shape.indexOf(head)
      })
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        'in the same order',
      )
      assert.equal(shape.match(/\d+\. .* · \d+ s/g)?.length, page.cards.length, 'and no card more')
    }
    assert.ok(letter.text.includes('> Ingrid Solheim may we buy the second kiln?'))
    assert.doesNotMatch(letter.html, /<img|http-equiv|url\(/)
    assert.match(letter.headers['List-Unsubscribe-Post'] ?? '', /One-Click/)
  })

  it('tells of no card twice, on either channel, and of nothing where all was told', async () => {
    // The digest of eight o’clock would have told of what the letter carried.
    clock.now = Temporal.Instant.from('2026-03-03T07:10:00Z')
    await foyer.runJobs()
    const digests = await sql`
      select from mail.letter where why = 'digest' and person_id = ${cast.executive.id}`.execute(db)
    assert.equal(digests.rows.length, 0)
    assert.deepEqual(await wait('2026-03-04T06:00:00Z'), [])
    const audit = await ask('Audit', 'may the audit wait?')
    const letter = one(await wait('2026-03-05T06:00:00Z'))
    assert.match(letter.text, /may the audit wait/)
    assert.doesNotMatch(letter.text, /kiln|rota/)
    assert.deepEqual(
      (await opened()).cards.flatMap(({ words }) => words?.postId ?? []),
      [audit],
    )
  })

  it('leaves out what was done on the page, and brings back what was put off', async () => {
    const [done, later] = [
      await ask('Badges', 'new badges?', 'supervisor'),
      await ask('Coffee', 'new coffee?', 'member'),
    ]
    clock.now = clock.now.add({ minutes: 1 })
    const { id, cards } = must(await executive.write(brief.openBrief, { again: true }))
    const finish = (postId: PostId, action: 'thank' | 'later') =>
      executive.write(brief.finishCard, { briefId: id!, cardKey: cardOf(cards, postId).key, action })
    must(await finish(done, 'thank'))
    must(await finish(later, 'later'))
    const letter = one(await wait('2026-03-06T06:00:00Z'))
    assert.doesNotMatch(letter.text, /badges/)
    assert.match(letter.text, /new coffee/)
  })
})

describe('a link of a letter', () => {
  let card: Card
  let part: string
  let postId: PostId
  before(async () => {
    postId = await ask('Valve', 'who decides on the valve?', 'plantManager')
    const letter = one(await wait('2026-03-07T06:00:00Z'))
    card = cardOf((await opened()).cards, postId)
    part = partOf(letter, card)
  })

  it('does nothing by being opened, acts by its button, and says of a replay that it was done', async () => {
    const token = tokenOf(wayOf(part, 'Thank'))
    const looked = must(await foyer.anyone.read(mail.lookAtLink, { token }))
    assert.deepEqual([looked.state, looked.button], ['open', 'Thank'])
    assert.equal(cardOf((await opened()).cards, postId).done, null)
    assert.equal(
      must(await foyer.anyone.write(mail.pressButton, { token })).sentence,
      'Your thanks are there.',
    )
    assert.equal(cardOf((await opened()).cards, postId).done, 'thank')
    const again = must(await foyer.anyone.write(mail.pressButton, { token }))
    assert.equal(again.sentence, 'This was done already. Your thanks are there.')
  })

  it('finds a card that was done elsewhere done, and does nothing with it', async () => {
    const pressed = must(await foyer.anyone.write(mail.pressButton, { token: tokenOf(wayOf(part, 'Save')) }))
    assert.equal(pressed.sentence, 'This card was done already, so nothing was done again.')
    assert.deepEqual(must(await executive.read(spaces.listSaved, {})).items, [])
  })

  it('says when it has expired, and leads on to the brief', async () => {
    clock.now = clock.now.add({ hours: 24 * 31 })
    executive = await foyer.signIn('executive')
    const looked = must(await foyer.anyone.read(mail.lookAtLink, { token: tokenOf(wayOf(part, 'Later')) }))
    assert.deepEqual([looked.state, looked.button, looked.leadsTo], ['expired', null, '/brief'])
  })
})

describe('an answer by mail', () => {
  let letter: Letter
  /** The card that a plain answer answers, and another one. */
  let needed: Card
  let other: Card
  before(async () => {
    const asked = [
      await ask('Gate', 'which gate is closed?', 'supervisor'),
      await ask('Lift', 'does the lift run?', 'steward'),
    ]
    letter = one(await wait('2026-04-08T05:00:00Z'))
    const { cards } = await opened()
    const both = cards.filter(({ words }) => words !== null && asked.includes(words.postId))
    ;[needed, other] = both as [Card, Card]
  })
  const answersOf = async ({ words }: Card) =>
    must(await executive.read(spaces.getThread, { postId: words!.postId })).replies.map(({ body }) => body)
  const doneWith = async ({ key }: Card) => (await opened()).cards.find((card) => card.key === key)?.done
  const writtenBack = async () =>
    (
      await sql<{ text: string }>`select text from mail.letter where why = 'answer to a mail'`.execute(db)
    ).rows
      .map(({ text }) => text)
      .join()

  it('to the letter answers the first card that needs its reader, says which, and can be taken back', async () => {
    assert.match(partOf(letter, needed), /To answer this one, just reply to this letter\./)
    assert.doesNotMatch(partOf(letter, other), /just reply/)
    await bring(port, fresh('The north one.', { to: letter.replyTo ?? '' }))
    assert.deepEqual(await answersOf(needed), ['The north one.'])
    const said = await writtenBack()
    assert.ok(said.includes(needed.words!.title!))
    must(
      await foyer.anyone.write(mail.pressButton, { token: tokenOf(said.match(/\S+\/act\/\S+/)?.[0] ?? '') }),
    )
    assert.equal(await doneWith(needed), null)
  })

  it('to a card’s own address answers that card, once, without quotes and signature', async () => {
    const to = wayOf(partOf(letter, other), 'Answer by mail')
    const text =
      'It does, from noon.\n\n-- \nIngrid\n\nOn Tue, 7 Apr 2026, Foyer wrote:\n> does the lift run?\n'
    const answer = fresh(text, { to })
    for (const _ of [1, 2]) assert.equal(await bring(port, answer), undefined)
    assert.deepEqual(await answersOf(other), ['It does, from noon.'])
    assert.equal(await doneWith(other), 'answer')
    await bring(port, fresh('And on Sunday?', { to }))
    assert.deepEqual(await answersOf(other), ['It does, from noon.'])
    assert.match(await writtenBack(), /was done already, so your mail was not posted/)
  })

  it('is nobody else’s to give', async () => {
    await bring(port, fresh('Mine.', { to: letter.replyTo ?? '', from: cast.delegate.address }))
    assert.equal(await doneWith(needed), null)
  })
})

describe('a letter that is not wanted any more', () => {
  it('is stopped by a mail program with one press, and the brief stays on the page', async () => {
    await ask('Paint', 'which paint?')
    const letter = one(await wait('2026-04-09T05:00:00Z'))
    const address = letter.headers['List-Unsubscribe']?.slice(1, -1) ?? ''
    const pressed = await foyer.anyone.open(new URL(address).pathname, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(pressed.status, 200)
    assert.equal(must(await executive.read(brief.getSettings, {})).settings.channel, 'web')
    await ask('Doors', 'which doors?')
    assert.deepEqual(await wait('2026-04-10T05:00:00Z'), [])
  })
})

describe('a brief that is told by a push', () => {
  it('comes as one push that says how long it is, where no other push went that day', async () => {
    executive = await foyer.signIn('executive')
    const browser = { endpoint: 'https://fcm.googleapis.com/fcm/send/brief', p256dh: P256DH, auth: AUTH }
    must(await executive.write(notices.subscribePush, browser))
    must(await executive.write(brief.saveSettings, { settings: { channel: 'push' } }))
    await ask('Windows', 'which windows?', 'steward')
    assert.deepEqual(await wait('2026-04-11T05:00:00Z'), [])
    await foyer.runJobs()
    const { cards } = await opened()
    assert.deepEqual(
      foyer.pushes.map(({ words }) => words.body?.includes(`${cards.length} cards`)),
      [true],
    )
  })
})

describe('somebody who travels', () => {
  it('gets the next one at the same time in the zone they chose', async () => {
    const id = cast.executive.id
    must(await executive.write(people.updateProfile, { id, timeZone: 'Asia/Tokyo' }))
    await foyer.runJob('brief/follow-zone', { personId: id })
    const due = await sql<{ at: Temporal.Instant }>`
      select at from brief.due where person_id = ${id}`.execute(db)
    assert.equal(due.rows[0]?.at.toString(), '2026-04-11T22:00:00Z')
  })
})
