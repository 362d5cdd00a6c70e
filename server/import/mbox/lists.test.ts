import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mail, readersOf, readMails, saying } from './mail-in-tests.ts'

const LIST = { 'List-Id': '"The Board" <board.acme.com>', 'List-Post': '<mailto:board@acme.com>' }
const ON_LIST = [
  mail({ ...LIST, From: 'ann.lee@acme.com', To: 'board@acme.com', Cc: 'eve.moe@acme.com' }, 'One.'),
  mail({ ...LIST, From: 'bob.roe@acme.com', To: 'board@acme.com', Subject: 'Re: [board] Plan' }, 'Two.'),
]

test('mail of a list becomes posts of one open space, with its authors as members', async () => {
  const archive = await readMails(ON_LIST, { listAsSpace: true })
  assert.deepEqual(
    archive.spaces.map(({ key, name, visibility }) => ({ key, name, visibility })),
    [{ key: 'list:board.acme.com', name: 'The Board', visibility: 'open' }],
  )
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee', 'Bob Roe'])
})

test('the list itself is nobody, neither member nor mentioned', async () => {
  for (const listAsSpace of [true, false]) {
    const archive = await readMails(ON_LIST, { listAsSpace })
    assert.ok(archive.people.every(({ addresses }) => !addresses.includes('board@acme.com')))
    assert.deepEqual(saying(archive, 'Two.').mentionKeys, [])
  }
})

test('unless asked for, mail of a list stays with those it names', async () => {
  const archive = await readMails(ON_LIST)
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee', 'Eve Moe'])
  assert.ok(archive.spaces.every(({ visibility }) => visibility === 'private'))
})

test('a mail to a known list belongs to it even without its headers', async () => {
  const copy = mail({ From: 'cy.poe@acme.com', To: 'board@acme.com' }, 'Three.')
  const archive = await readMails([...ON_LIST, copy], { listAsSpace: true })
  assert.equal(saying(archive, 'Three.').spaceKey, 'list:board.acme.com')
})

test('one who declares a person to be a list does not open that person’s mail', async () => {
  const forged = { 'List-Id': '<evil.acme.com>', 'List-Post': '<mailto:eve.moe@acme.com>' }
  const forgeries = ['mal@evil.org', 'lam@evil.org'].map((From) =>
    mail({ ...forged, From, To: 'eve.moe@acme.com' }, From),
  )
  const real = ['One.', 'Two.', 'Three.'].map((body) =>
    mail({ From: 'ann.lee@acme.com', To: 'eve.moe@acme.com' }, body),
  )
  const unwritten = await readMails([...forgeries, ...real], { listAsSpace: true })
  assert.deepEqual(readersOf(unwritten, saying(unwritten, 'Two.')), ['Ann Lee', 'Eve Moe'])
  const written = mail({ From: 'eve.moe@acme.com', To: 'ann.lee@acme.com' }, 'Mine.')
  const archive = await readMails([...forgeries, real[0]!, written], { listAsSpace: true })
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee', 'Eve Moe'])
})

test('one who writes through a list that puts its own address first is still the author', async () => {
  const archive = await readMails(
    [mail({ ...LIST, From: 'Ann Lee via Board <board@acme.com>', 'Reply-To': 'Ann Lee <ann.lee@acme.com>' })],
    { listAsSpace: true },
  )
  assert.deepEqual(
    archive.people.map(({ name, addresses }) => [name, addresses]),
    [['Ann Lee', ['ann.lee@acme.com']]],
  )
})

test('addresses of many people and of machines are no people', async () => {
  const archive = await readMails([
    mail({ From: 'ann.lee@acme.com', To: 'all.employees@acme.com, undisclosed-recipients:;' }, 'One.'),
    mail({ From: 'noreply@acme.com', To: 'ann.lee@acme.com' }, 'Two.'),
  ])
  assert.deepEqual(readersOf(archive, saying(archive, 'One.')), ['Ann Lee'])
  assert.deepEqual(
    archive.people.map(({ addresses, isBot }) => [addresses[0], isBot]),
    [
      ['ann.lee@acme.com', false],
      ['noreply@acme.com', true],
    ],
  )
})
