import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mail, readersOf, readMails, saying } from './mail-in-tests.ts'

const ANN = 'Ann Lee <ann.lee@acme.com>'
const BOB = 'Bob Roe <bob.roe@acme.com>'
const CY = 'Cy Poe <cy.poe@acme.com>'

test('replies follow References, else In-Reply-To, whatever their subject', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>', From: ANN, To: BOB }, 'One.'),
    mail(
      { 'Message-ID': '<2@a>', 'In-Reply-To': '<1@a>', From: BOB, To: ANN, Date: '6 Feb 2001 10:00 +0000' },
      'Two.',
    ),
    mail(
      { References: '<1@a> <2@a>', From: ANN, To: BOB, Subject: 'New', Date: '7 Feb 2001 10:00 +0000' },
      'Three.',
    ),
  ])
  assert.equal(saying(archive, 'One.').threadKey, undefined)
  assert.deepEqual([saying(archive, 'Two.').threadKey, saying(archive, 'Two.').answersKey], ['1@a', '1@a'])
  assert.deepEqual(
    [saying(archive, 'Three.').threadKey, saying(archive, 'Three.').answersKey],
    ['1@a', '2@a'],
  )
})

test('answers to a mail that is missing are one thread all the same', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<2@a>', References: '<gone@a>', From: ANN, To: BOB }, 'Two.'),
    mail({ 'Message-ID': '<3@a>', References: '<gone@a>', From: BOB, To: ANN }, 'Three.'),
  ])
  assert.equal(saying(archive, 'Three.').threadKey, '2@a')
  assert.equal(saying(archive, 'Three.').answersKey, undefined)
})

test('mails of one subject that have headers are never put together', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>', References: '<x@a>', From: ANN, To: BOB, Subject: 'Re: Plan' }, 'One.'),
    mail({ 'Message-ID': '<2@a>', References: '<y@a>', From: BOB, To: ANN, Subject: 'Re: Plan' }, 'Two.'),
  ])
  assert.equal(saying(archive, 'Two.').threadKey, undefined)
})

test('mails that claim to answer each other do not hold the reading up', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>', References: '<2@a>', From: ANN, To: BOB }, 'One.'),
    mail({ 'Message-ID': '<2@a>', References: '<1@a>', From: BOB, To: ANN }, 'Two.'),
    mail({ 'Message-ID': '<3@a>', References: '<3@a>', From: BOB, To: ANN }, 'Three.'),
  ])
  assert.equal(archive.words.filter(({ threadKey }) => threadKey === undefined).length, 2)
})

const ASKED = mail({ 'Message-ID': '<1@a>', From: ANN, To: BOB }, 'Shall we?')

test('without headers a reply is known by its subject, its people and its time', async () => {
  const reply = (headers: Record<string, string>) =>
    mail({ From: BOB, To: ANN, Subject: 'RE: Plan', Date: '8 Feb 2001 10:00 +0000', ...headers }, 'Yes.')
  const threadOf = async (headers: Record<string, string>) =>
    saying(await readMails([ASKED, reply(headers)]), 'Yes.').threadKey
  assert.equal(await threadOf({}), '1@a')
  assert.equal(await threadOf({ Subject: 'RE: Another plan' }), undefined)
  assert.equal(await threadOf({ Date: '28 Feb 2001 10:00 +0000' }), undefined)
  assert.equal(await threadOf({ From: CY }), undefined)
  assert.equal(await threadOf({ Subject: 'Plan' }), undefined)
})

test('without headers or a mark, a quote shows that a mail answers', async () => {
  const reply = mail(
    { From: BOB, To: ANN, Date: '8 Feb 2001 10:00 +0000' },
    'Yes.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\nTo: Bob\nSubject: Plan\n\nShall we?',
  )
  assert.equal(saying(await readMails([ASKED, reply]), 'Yes.').threadKey, '1@a')
})

test('a private mail is read by exactly those it names', async () => {
  const archive = await readMails([
    mail({ From: ANN, To: BOB, Cc: CY }, 'One.'),
    mail({ From: BOB, To: ANN }, 'Two.'),
  ])
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee', 'Bob Roe', 'Cy Poe'])
  assert.deepEqual(readersOf(archive, saying(archive, 'Two.')), ['Ann Lee', 'Bob Roe'])
  assert.deepEqual(
    archive.spaces.map(({ visibility, name }) => [visibility, name]),
    [
      ['private', undefined],
      ['private', undefined],
    ],
  )
})

test('who was told in secret is named to nobody', async () => {
  const archive = await readMails([mail({ 'Message-ID': '<1@a>', From: ANN, To: BOB, Bcc: CY }, 'One.')])
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee', 'Bob Roe'])
})

test('the same people share one space, whoever of them writes', async () => {
  const archive = await readMails([
    mail({ From: ANN, To: BOB }, 'One.'),
    mail({ From: BOB, Cc: ANN }, 'Two.'),
  ])
  assert.equal(archive.spaces.length, 1)
})

test('a thread that changes its audience goes on in another space, and says from where', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>', From: ANN, To: BOB }, 'One.'),
    mail(
      {
        'Message-ID': '<2@a>',
        References: '<1@a>',
        From: BOB,
        To: `${ANN}, ${CY}`,
        Date: '6 Feb 2001 10:00 +0000',
      },
      'Two.',
    ),
    mail(
      {
        'Message-ID': '<3@a>',
        References: '<1@a> <2@a>',
        From: CY,
        To: `${ANN}, ${BOB}`,
        Date: '7 Feb 2001 10:00 +0000',
      },
      'Three.',
    ),
    mail(
      {
        'Message-ID': '<4@a>',
        References: '<1@a> <2@a> <3@a>',
        From: ANN,
        To: BOB,
        Date: '8 Feb 2001 10:00 +0000',
      },
      'Four.',
    ),
  ])
  const linksOf = (body: string) => {
    const { threadKey, answersKey, continuesKey } = saying(archive, body)
    return [threadKey, answersKey, continuesKey]
  }
  assert.deepEqual(linksOf('One.'), [undefined, undefined, undefined])
  assert.deepEqual(linksOf('Two.'), [undefined, undefined, '1@a'])
  assert.deepEqual(linksOf('Three.'), ['2@a', '2@a', undefined])
  assert.deepEqual(linksOf('Four.'), ['1@a', undefined, '3@a'])
})

test('a forward without headers begins a thread of its own', async () => {
  const forward = mail({ From: BOB, To: CY, Subject: 'FW: Plan', Date: '8 Feb 2001 10:00 +0000' }, 'Look.')
  const stranger = mail(
    { From: CY, To: 'dan.doe@acme.com', Subject: 'FW: Plan', Date: '8 Feb 2001 11:00 +0000' },
    'See.',
  )
  const archive = await readMails([ASKED, forward, stranger])
  assert.deepEqual(
    [saying(archive, 'Look.').threadKey, saying(archive, 'Look.').continuesKey],
    [undefined, '1@a'],
  )
  assert.equal(saying(archive, 'See.').threadKey, undefined)
})
