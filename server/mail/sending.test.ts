import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { mail } from '#contract/mail'
import { spaces } from '#contract/spaces'
import { type SendMail, Undelivered } from '#outside/mail'
import { readSettings } from '#platform/settings'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { enqueueLetter } from './enqueue-letter.ts'
import type { Letter } from './letter.ts'
import { sendLetters } from './send-letters.ts'

const foyer = await startFoyer()
const { db } = foyer
const settings = readSettings(
  {
    MAIL_URL: 'smtp://mail.test',
    MAIL_FROM: 'Foyer <foyer@foyer.test>',
    MAIL_DOMAIN: 'talk.test',
    MAIL_LISTEN_PORT: '2525',
  },
  '/',
)
let written = 0

async function write(to: CastName, more: Partial<Letter> = {}): Promise<string> {
  written += 1
  const uniqueKey = `test ${written}`
  const letter = {
    uniqueKey,
    personId: cast[to].id,
    why: 'digest',
    subject: `Letter ${written}`,
    text: 'Words.',
  }
  await enqueueLetter(db, { ...letter, ...more }, foyer.clock.now)
  return uniqueKey
}

type Sent = Parameters<SendMail>[0]

function outbox(fail?: (to: string) => Error | undefined) {
  const sent: Sent[] = []
  const send: SendMail = async (mailed) => {
    const error = fail?.(mailed.to)
    if (error !== undefined) throw error
    sent.push(mailed)
  }
  return { sent, send }
}

const later = (minutes: number) => foyer.clock.now.add({ minutes })

async function stateOf(uniqueKey: string) {
  const found = await sql<{ state: string; tries: number; trouble: string | null; text: string }>`
    select state, tries, trouble, text from mail.letter where unique_key = ${uniqueKey}`.execute(db)
  return found.rows[0]
}

describe('letters that are sent', () => {
  it('go once, however many processes send at the same time', async () => {
    for (let i = 0; i < 20; i += 1) await write('member')
    const { sent, send } = outbox()
    const processes = [1, 2, 3, 4].map(() => sendLetters({ db, settings, send, now: later(0) }))
    await Promise.all(processes)
    assert.equal(sent.length, 20)
    assert.equal(new Set(sent.map(({ messageId }) => messageId)).size, 20)
  })

  it('keep no words once they are gone', async () => {
    const key = await write('member', { html: '<p>Words.</p>' })
    await sendLetters({ db, settings, ...outbox(), now: later(0) })
    assert.deepEqual(await stateOf(key), { state: 'sent', tries: 1, trouble: null, text: '' })
  })

  it('say that no machine should answer, and lie in their thread', async () => {
    const steward = await foyer.as('steward')
    const space = must(await steward.write(spaces.createSpace, { name: 'Quality', visibility: 'open' }))
    const post = must(await steward.write(spaces.writePost, { spaceId: space.id, kind: 'note', body: 'Hi.' }))
    await write('steward', {
      postId: post.id,
      takesReply: true,
      headers: { 'List-Unsubscribe': '<https://a.test>' },
    })
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(0) })
    const [mailed] = sent
    assert.equal(mailed?.inReplyTo, `<thread.${post.id}@talk.test>`)
    assert.match(mailed?.replyTo ?? '', /^reply\+.*@talk\.test$/)
    assert.match(mailed?.messageId ?? '', /^<[\da-f-]{36}@talk\.test>$/)
    assert.equal(mailed?.headers?.['Auto-Submitted'], 'auto-generated')
    assert.equal(mailed?.headers?.['List-Unsubscribe'], '<https://a.test>')
    assert.match(mailed?.headers?.['List-Id'] ?? '', /^"Foyer Test" <foyer\.talk\.test>$/)
  })

  it('do not reach anybody who left', async () => {
    const key = await write('outsider')
    await sql`update people.person set is_active = false where id = ${cast.outsider.id}`.execute(db)
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(0) })
    await sql`update people.person set is_active = true where id = ${cast.outsider.id}`.execute(db)
    assert.deepEqual(sent, [])
    assert.equal(await stateOf(key), undefined)
  })

  it('do not go to an address that an import merely took for theirs', async () => {
    const at = foyer.clock.now
    await sql`insert into people.address values ('other@foyer.test', ${cast.guest.id}, true, 'same name', ${at})`.execute(
      db,
    )
    await write('guest')
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(0) })
    assert.deepEqual(
      sent.map(({ to }) => to),
      [cast.guest.address],
    )
  })
})

describe('letters that cannot be sent', () => {
  it('are tried again later and later, and given up after two days', async () => {
    const key = await write('member')
    const refused = new Undelivered(
      { message: 'The mail server refused the connection.' },
      { isForGood: false },
    )
    const { send } = outbox(() => refused)
    let at = later(0)
    const waits: number[] = []
    for (let round = 0; round < 20; round += 1) {
      await sendLetters({ db, settings, send, now: at })
      const found = await sql<{ next: Temporal.Instant }>`
        select next_at as next from mail.letter where unique_key = ${key} and state = 'waiting'`.execute(db)
      const next = found.rows[0]?.next
      if (next === undefined) break
      waits.push(next.since(at).total('minutes'))
      at = next
    }
    assert.deepEqual(waits, [1, 5, 15, 60, 240, 720, 1440])
    const { state, tries, trouble, text } = (await stateOf(key)) ?? {}
    assert.deepEqual(
      { state, tries, trouble, text },
      {
        state: 'dead',
        tries: 8,
        trouble: 'The mail server refused the connection.',
        text: 'Words.',
      },
    )
  })

  it('are given up at once where trying again is of no use, and sent once more when asked', async () => {
    const key = await write('member')
    const noSuchUser = new Undelivered(
      { message: 'The mail server refused the mail: 550 no such user' },
      {
        isForGood: true,
      },
    )
    await sendLetters({ db, settings, send: outbox(() => noSuchUser).send, now: later(0) })
    assert.equal((await stateOf(key))?.state, 'dead')
    const administrator = await foyer.as('administrator')
    const dead = must(await administrator.read(mail.listLetters, { state: 'dead' })).items
    const letter = dead.find(({ trouble }) => trouble?.includes('no such user'))
    assert.equal(letter?.subject, null)
    assert.equal((await administrator.read(mail.getLetter, { letterId: letter?.id ?? '' })).status, 404)
    must(await administrator.write(mail.retryLetter, { letterId: letter?.id ?? '' }))
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(1) })
    assert.equal(sent.length, 1)
  })

  it('do not hold up the others', async () => {
    await write('executive')
    await write('member')
    const slow = (to: string) =>
      to === cast.executive.address ? new Undelivered({ message: 'Later.' }, { isForGood: false }) : undefined
    const { sent, send } = outbox(slow)
    await sendLetters({ db, settings, send, now: later(0) })
    assert.deepEqual(
      sent.map(({ to }) => to),
      [cast.member.address],
    )
    await sql`delete from mail.letter`.execute(db)
  })

  it('come round again when the process that took them died', async () => {
    const key = await write('member')
    const dies = new Promise<never>(() => {})
    void sendLetters({ db, settings, send: () => dies, now: later(0) })
    while ((await stateOf(key))?.tries !== 1) await new Promise(setImmediate)
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(1) })
    assert.equal(sent.length, 0)
    await sendLetters({ db, settings, send, now: later(6) })
    assert.equal(sent.length, 1)
  })
})

describe('where no mail server is set', () => {
  const nowhere = readSettings({}, '/')

  it('letters are kept, for those they go to alone', async () => {
    await write('administrator', { subject: 'For Noor' })
    await write('executive', { subject: 'For Ingrid' })
    const { sent, send } = outbox()
    await sendLetters({ db, settings: nowhere, send, now: later(0) })
    assert.equal(sent.length, 0)
    const administrator = await foyer.as('administrator')
    const kept = must(await administrator.read(mail.listLetters, { state: 'kept' })).items
    assert.deepEqual(
      kept.map(({ subject }) => subject),
      ['For Noor'],
    )
    const letter = must(await administrator.read(mail.getLetter, { letterId: kept[0]?.id ?? '' }))
    assert.equal(letter.text, 'Words.')
  })

  it('a test says so', async () => {
    const administrator = await foyer.as('administrator')
    const { letterId } = must(await administrator.write(mail.testMail, {}))
    assert.equal(must(await administrator.read(mail.getMailTest, { letterId })).state, 'waiting')
    await foyer.runJobs()
    const { state, sentence } = must(await administrator.read(mail.getMailTest, { letterId }))
    assert.equal(state, 'kept')
    assert.match(sentence, /No mail server is set/)
  })
})

describe('the settings of mail', () => {
  const saved = {
    ...{ host: 'mail.foyer.test', port: 587, security: 'starttls' as const, userName: 'foyer' },
    ...{ sender: 'Foyer <foyer@foyer.test>', domain: 'talk.foyer.test' },
  } as const

  it('never give the password back, and keep it for the server it was given for', async () => {
    const administrator = await foyer.as('administrator')
    const shown = must(
      await administrator.write(mail.saveMailSettings, { ...saved, password: 'hush-hush-1' }),
    )
    assert.equal(shown.server?.hasPassword, true)
    assert.ok(!JSON.stringify(must(await administrator.read(mail.getMailSettings, {}))).includes('hush'))
    const kept = must(await administrator.write(mail.saveMailSettings, { ...saved, domain: null }))
    assert.equal(kept.server?.hasPassword, true)
    for (const other of [
      { host: 'evil.test' },
      { userName: 'root' },
      { port: 25 },
      { security: 'none' as const },
    ]) {
      must(await administrator.write(mail.saveMailSettings, { ...saved, password: 'hush-hush-1' }))
      const moved = must(await administrator.write(mail.saveMailSettings, { ...saved, ...other }))
      assert.equal(moved.server?.hasPassword, false, JSON.stringify(other))
    }
    assert.ok(!foyer.logged.some((line) => line.includes('hush-hush')))
  })

  it('are for administrators alone', async () => {
    const member = await foyer.as('member')
    assert.equal((await member.read(mail.getMailSettings, {})).status, 403)
    assert.equal((await member.write(mail.saveMailSettings, saved)).status, 403)
    assert.equal((await member.read(mail.listReceived, {})).status, 403)
  })

  it('cannot be set in the sample company, from which nothing leaves', async () => {
    await sql`update people.network set is_sample = true`.execute(db)
    const administrator = await foyer.as('administrator')
    const answer = await administrator.write(mail.saveMailSettings, saved)
    assert.equal(answer.problem?.code, 'sample-sends-nothing')
    await write('member')
    const { sent, send } = outbox()
    await sendLetters({ db, settings, send, now: later(10) })
    assert.equal(sent.length, 0)
    await sql`update people.network set is_sample = false`.execute(db)
  })
})
