import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mail, type ReadArchive, readersOf, readMails, saying } from './mail-in-tests.ts'

/** The addresses of each person, those who have several first. */
function people(archive: ReadArchive): string[][] {
  return archive.people.map(({ addresses }) => addresses.toSorted()).toSorted((a, b) => b.length - a.length)
}

function writers(...froms: string[]): string[] {
  return froms.map((From, at) => mail({ From, Subject: `Subject ${at}` }, `Mail ${at}.`))
}

test('addresses of one house with one name are one person, and it is told why', async () => {
  const archive = await readMails(
    writers('"Lee, Kenneth" <kenneth.lee@acme.com>', 'Ken Lee <klee@mail.acme.com>', 'ken_lee@acme.com'),
  )
  assert.deepEqual(people(archive), [['ken_lee@acme.com', 'kenneth.lee@acme.com', 'klee@mail.acme.com']])
  assert.deepEqual(
    archive.merges.map(({ personKey, address, evidence, where }) => ({
      personKey,
      address,
      evidence,
      line: where.line,
    })),
    [
      {
        personKey: 'person:ken_lee@acme.com',
        address: 'kenneth.lee@acme.com',
        evidence: 'named “Ken Lee” and “Kenneth Lee”, both within the house',
        line: 1,
      },
      {
        personKey: 'person:ken_lee@acme.com',
        address: 'klee@mail.acme.com',
        evidence: 'named “Kenneth Lee” and “Ken Lee”, both within the house',
        line: 8,
      },
    ],
  )
})

test('a name that two people bear merges nobody', async () => {
  const archive = await readMails(
    writers(
      'Jane M Doe <jmdoe@acme.com>',
      'Jane K Doe <jkdoe@acme.com>',
      'Jane Doe <jane@acme.com>',
      'jdoe@acme.com',
    ),
  )
  assert.deepEqual(archive.merges, [])
  assert.equal(archive.people.length, 4)
})

test('two who are written to side by side are two, however alike their names', async () => {
  const archive = await readMails([
    mail({ To: 'John Doe <john.doe@acme.com>, John Doe <jdoe@acme.com>' }),
    ...writers('John Doe <john.doe@acme.com>', 'John Doe <jdoe@acme.com>'),
  ])
  assert.deepEqual(archive.merges, [])
})

test('a numbered address is not that of the first bearer of the name', async () => {
  const archive = await readMails(writers('John Doe <john.doe@acme.com>', 'John Doe <john.doe2@acme.com>'))
  assert.deepEqual(archive.merges, [])
})

test('one name in two houses is two people', async () => {
  const archive = await readMails(
    writers('John Doe <john.doe@acme.com>', 'John Doe <john.doe@other.com>', 'ann@acme.com'),
  )
  assert.deepEqual(archive.merges, [])
})

test('a private address is merged only if it spells the name that stands beside it', async () => {
  const spelled = await readMails(
    writers('Ken Lee <ken.lee@acme.com>', 'Kenneth Lee <kenlee@gmail.com>', 'a@acme.com'),
  )
  assert.deepEqual(people(spelled)[0], ['ken.lee@acme.com', 'kenlee@gmail.com'])
  const unspelled = await readMails(
    writers('Ken Lee <ken.lee@acme.com>', 'Ken Lee <foxy@gmail.com>', 'kenlee@aol.com'),
  )
  assert.deepEqual(unspelled.merges, [])
})

test('two private addresses of one name are not taken for one person', async () => {
  const archive = await readMails(
    writers(
      'Ken Lee <ken.lee@acme.com>',
      'Ken Lee <kenlee@gmail.com>',
      'Ken Lee <ken.lee@aol.com>',
      'a@acme.com',
    ),
  )
  assert.deepEqual(archive.merges, [])
})

test('one name in two houses is one person if mail to one is answered from the other', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>', From: 'ann@acme.com', To: 'John Doe <john@acme.com>' }),
    mail({ References: '<1@a>', From: 'John Doe <john@doe.org>', To: 'ann@acme.com' }, 'Yes.'),
    mail({ From: 'bob@acme.com', To: 'ann@acme.com' }, 'Mine.'),
  ])
  assert.deepEqual(people(archive)[0], ['john@acme.com', 'john@doe.org'])
})

test('an address made of initial and family name is its only bearer’s', async () => {
  const alone = await readMails(writers('Jane Doe <jane.doe@acme.com>', 'jdoe@acme.com'))
  assert.equal(alone.people.length, 1)
  const shared = await readMails(
    writers('Jane Doe <jane.doe@acme.com>', 'John Doe <john.doe@acme.com>', 'jdoe@acme.com'),
  )
  assert.equal(shared.people.length, 3)
})

test('an entry of the directory names the sign-in of a bare address', async () => {
  const archive = await readMails([
    mail({ From: 'Doe, Jane </O=ACME/OU=NA/CN=RECIPIENTS/CN=JANED>' }, 'One.'),
    ...writers('janed@acme.com', 'ann@acme.com'),
  ])
  assert.equal(archive.people.find(({ addresses }) => addresses.includes('janed@acme.com'))?.name, 'Jane Doe')
  assert.equal(saying(archive, 'One.').authorKey, saying(archive, 'Mail 0.').authorKey)
})

test('names beside the addresses of a mail count only where they fit', async () => {
  const archive = await readMails([
    mail({
      From: 'k..lee@acme.com',
      To: 'm..roe@acme.com, x1@acme.com',
      'X-From': 'Lee, Kenneth K.',
      'X-To': 'Roe, Bob M. </O=ACME/CN=BROE>, Ann Poe',
    }),
  ])
  assert.deepEqual(archive.people.map(({ name }) => name).sort(), ['Bob M. Roe', 'Kenneth K. Lee', 'x1'])
})

test('who writes in another’s place does not become that person', async () => {
  const archive = await readMails([
    mail({ From: 'rosa.fox@acme.com', 'X-From': 'Ken Lee' }),
    ...writers('Ken Lee <ken.lee@acme.com>'),
  ])
  assert.deepEqual(archive.merges, [])
  assert.deepEqual(archive.people.map(({ name }) => name).sort(), ['Ken Lee', 'Rosa Fox'])
})

const CHART = [
  { personKey: 'p1', name: 'Kenneth Lee', addresses: [] },
  { personKey: 'p2', name: 'Jane Doe', addresses: ['jdoe@acme.com', 'jane@acme.com'] },
  { personKey: 'p3', name: 'John Fox', addresses: [] },
  { personKey: 'p4', name: 'John Fox', addresses: [] },
]

test('a person found in the chart by name is that person', async () => {
  const archive = await readMails(writers('Ken Lee <ken.lee@acme.com>', 'a@acme.com'), { chart: CHART })
  const person = archive.people.find(({ key }) => key === 'p1')
  assert.deepEqual([person?.name, person?.addresses], ['Kenneth Lee', ['ken.lee@acme.com']])
  assert.deepEqual(
    archive.merges.map(({ personKey, evidence }) => [personKey, evidence]),
    [['p1', 'named “Kenneth Lee” and “Ken Lee”, one in the chart, the other within the house']],
  )
})

test('a person found in the chart by any address is that person, once', async () => {
  const archive = await readMails(writers('J <jane@acme.com>', 'Jane Doe <doe.jane@acme.com>'), {
    chart: CHART,
  })
  assert.deepEqual(
    archive.people.map(({ key, addresses }) => [key, addresses]),
    [['p2', ['jdoe@acme.com', 'jane@acme.com', 'doe.jane@acme.com']]],
  )
})

test('a name that the chart has twice is nobody of it', async () => {
  const archive = await readMails(writers('John Fox <john.fox@acme.com>'), { chart: CHART })
  assert.deepEqual(
    archive.people.map(({ key }) => key),
    ['person:john.fox@acme.com'],
  )
})

test('an outsider who has the name of somebody in the chart stays an outsider', async () => {
  const archive = await readMails(writers('Ken Lee <ken.lee@other.com>', 'a@acme.com', 'b@acme.com'), {
    chart: CHART,
  })
  assert.deepEqual(
    archive.people.map(({ key, isGuest }) => [key, isGuest]),
    [
      ['person:ken.lee@other.com', true],
      ['person:a@acme.com', false],
      ['person:b@acme.com', false],
    ],
  )
})

test('one person’s addresses make one audience', async () => {
  const archive = await readMails([
    mail({ From: 'Ken Lee <ken.lee@acme.com>', To: 'ann.poe@acme.com' }, 'One.'),
    mail({ From: 'ann.poe@acme.com', To: 'Kenneth Lee <klee@acme.com>' }, 'Two.'),
  ])
  assert.equal(archive.spaces.length, 1)
  assert.equal(readersOf(archive, saying(archive, 'Two.')).length, 2)
})

test('each mail tells under which address a person took part, so that a merge can be undone', async () => {
  const archive = await readMails([
    mail({
      From: 'Ken Lee <ken.lee@acme.com>',
      To: 'Ann Poe <ann.poe@acme.com>',
      Cc: 'Kenneth Lee <klee@acme.org>',
    }),
    mail(
      { From: 'Kenneth Lee <kenneth.lee@acme.com>', Subject: 'Other', To: 'Ann <ann.poe@acme.com>' },
      'Two.',
    ),
  ])
  assert.deepEqual(
    saying(archive, 'Two.').appearances?.map(({ address, part }) => [address, part]),
    [
      ['ann.poe@acme.com', 'mentioned'],
      ['kenneth.lee@acme.com', 'author'],
    ],
  )
  const first = saying(archive, 'Hello.').appearances ?? []
  assert.deepEqual(
    first.map(({ address, part }) => [address, part]),
    [
      ['klee@acme.org', 'reader'],
      ['ann.poe@acme.com', 'mentioned'],
      ['ken.lee@acme.com', 'author'],
    ],
  )
  assert.ok(first.every(({ personKey }) => archive.people.some(({ key }) => key === personKey)))
})
