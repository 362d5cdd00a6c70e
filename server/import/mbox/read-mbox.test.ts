import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { UnreadableArchive } from '../archive.ts'
import { mail, readFiles, readMails, saying } from './mail-in-tests.ts'

test('a mail comes in with its author, its time, its subject and its place in the file', async () => {
  const archive = await readMails([
    mail({
      'Message-ID': '<1@acme>',
      Subject: 'Re: FW: Plan',
      From: 'Ann Lee <ann@acme.com>',
      To: 'bob@acme.com',
    }),
    mail({ 'Message-ID': '<2@acme>', Subject: 'Other', Date: 'Tue, 6 Feb 2001 10:00:00 +0100' }, 'Second.'),
  ])
  const words = saying(archive, 'Second.')
  assert.equal(words.key, '2@acme')
  assert.equal(words.at.toString(), '2001-02-06T09:00:00Z')
  assert.deepEqual(words.where, { file: 'mail.mbox', line: 10 })
  assert.equal(saying(archive, 'Hello.').title, 'Plan')
  assert.equal(archive.people.find((person) => person.key === words.authorKey)?.name, 'Ann Lee')
})

test('everything comes after what it names', async () => {
  const archive = await readMails([
    mail(
      { 'Message-ID': '<2@a>', 'In-Reply-To': '<1@a>', Date: '5 Feb 2001 09:00 +0000', To: 'b@acme.com' },
      'Early.',
    ),
    mail({ 'Message-ID': '<3@a>', References: '<1@a> <2@a>', To: 'b@acme.com, c@acme.com' }, 'Wider.'),
    mail({ 'Message-ID': '<1@a>', Date: '5 Feb 2001 10:00 +0000', To: 'b@acme.com' }, 'First.'),
  ])
  const known = new Set<string>()
  for (const record of archive.records) {
    if (record.what === 'space') assert.ok(record.memberKeys.every((key) => known.has(key)))
    if (record.what === 'words') {
      const { spaceKey, authorKey, threadKey, answersKey, continuesKey, mentionKeys } = record
      for (const key of [spaceKey, authorKey, threadKey, answersKey, continuesKey, ...mentionKeys]) {
        assert.ok(key === undefined || known.has(key), `${key} comes later`)
      }
    }
    if ('key' in record) known.add(record.key)
  }
  assert.equal(archive.words.length, 3)
})

test('To is a mention and Cc is not, nor is oneself', async () => {
  const archive = await readMails([mail({ To: 'bob@acme.com, ann@acme.com', Cc: 'cy@acme.com' })])
  const mentioned = archive.words[0]?.mentionKeys.map(
    (key) => archive.people.find((person) => person.key === key)?.name,
  )
  assert.deepEqual(mentioned, ['bob'])
})

test('quoted text is folded away and forwarded text stays readable', async () => {
  const archive = await readMails([mail({}, 'Yes.\n\nOn 5 Feb 2001, Bob wrote:\n> Shall we?')])
  assert.equal(archive.words[0]?.body, 'Yes.')
  assert.equal(archive.words[0]?.folded, 'On 5 Feb 2001, Bob wrote:\n> Shall we?')
})

test('a mail that is kept twice comes in once, and the second is accounted for', async () => {
  const one = mail({ 'Message-ID': '<1@a>' })
  const archive = await readMails([
    one,
    one,
    mail({ 'Message-ID': '<other@a>' }, 'Hello.  \n'),
    mail({}, 'Hello. '),
  ])
  assert.equal(archive.words.length, 1)
  assert.deepEqual(
    archive.losses.map(({ reason, where, outcome, isMessage }) => ({
      reason,
      line: where.line,
      outcome,
      isMessage,
    })),
    [9, 17, 26].map((line) => ({
      reason: 'duplicate of an earlier mail',
      line,
      outcome: 'skipped',
      isMessage: true,
    })),
  )
})

test('an answer to the copy that was passed over answers the one that came in', async () => {
  const archive = await readMails([
    mail({ 'Message-ID': '<1@a>' }),
    mail({ 'Message-ID': '<copy@a>' }),
    mail({ 'Message-ID': '<2@a>', 'In-Reply-To': '<copy@a>', Date: '6 Feb 2001 10:00 +0000' }, 'Yes.'),
  ])
  assert.equal(saying(archive, 'Yes.').answersKey, '1@a')
})

test('without a date that can be true, or a sender, a mail is skipped and never dated by guess', async () => {
  const archive = await readMails([
    'From nobody\nFrom: ann@acme.com\nSubject: x\n\nA.\n\n',
    'From MAILER-DAEMON Mon Feb  5 10:00:00 2001\nSubject: x\n\nB.\n\n',
    'From eve@acme.com Mon Feb  5 10:00:00 2001\nSubject: x\n\nC.\n\n',
  ])
  assert.deepEqual(
    archive.losses.map(({ reason, isMessage }) => [reason, isMessage]),
    [
      ['no date that can be true', true],
      ['no sender', true],
    ],
  )
  assert.deepEqual(
    archive.people.map(({ addresses }) => addresses),
    [['eve@acme.com']],
  )
})

test('bodies are read in any encoding, also in one that is wrongly named', async () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  const files = {
    'a.eml': Buffer.concat([
      bytes(mail({ 'Content-Type': 'text/plain; charset=utf-8', Subject: 'a' }, 'Caf\xe9')),
    ]),
    'b.eml': mail({ 'Content-Transfer-Encoding': 'quoted-printable', Subject: 'b' }, 'Caf=C3=A9 =\nnoir'),
    'c.eml': mail(
      { 'Content-Transfer-Encoding': 'base64', Subject: 'c' },
      Buffer.from('Café au lait').toString('base64'),
    ),
    'd.eml': mail({ 'Content-Type': 'text/plain; charset=bogus', Subject: 'd' }, 'Caf\u00e9 crème'),
    'e.eml': bytes(
      mail(
        { 'Content-Type': 'multipart/alternative; boundary=q', Subject: 'e' },
        '--q\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nCaf\xe9 filtre\n--q--',
      ),
    ),
  }
  const archive = await readFiles(files)
  assert.deepEqual(archive.words.map(({ body }) => body).sort(), [
    'Café',
    'Café au lait',
    'Café crème',
    'Café filtre',
    'Café noir',
  ])
})

test('of several parts the plain text is read, else the HTML, and attachments are told', async () => {
  const parts = (kind: string, ...all: string[]) =>
    mail(
      { 'Content-Type': `multipart/${kind}; boundary="q"`, Subject: kind },
      `${all.map((part) => `--q\n${part}\n`).join('')}--q--`,
    )
  const archive = await readMails([
    parts('alternative', 'Content-Type: text/plain\n\nPlain.', 'Content-Type: text/html\n\n<p>Rich.</p>'),
    parts(
      'mixed',
      'Content-Type: text/html\n\n<p>Only &amp; rich.</p>',
      'Content-Type: application/pdf\n\nx',
    ),
    parts('related', 'Content-Type: text/plain\n\nThe end is missing.').replace('--q--', ''),
  ])
  assert.deepEqual(archive.words.map(({ body }) => body).sort(), [
    'Only & rich.',
    'Plain.',
    'The end is missing.',
  ])
  assert.deepEqual(
    archive.losses.map(({ reason, outcome, isMessage }) => [reason, outcome, isMessage]),
    [['attachment not brought in', 'lossy', false]],
  )
})

test('lines that were escaped for the mbox are given back as they were written', async () => {
  const archive = await readMails([mail({}, 'One\n\n>From here on.\n\n>>From there.')])
  assert.match(
    `${archive.words[0]?.body}${archive.words[0]?.folded}`,
    /One[\s\S]*From here on\.[\s\S]*>From there\./,
  )
})

test('a text that is too long is cut, and that is told', async () => {
  const archive = await readMails([mail({}, 'word '.repeat(30_000))])
  assert.equal(archive.words[0]?.body.length, 100_000)
  assert.deepEqual(
    archive.losses.map(({ reason, outcome }) => [reason, outcome]),
    [['text too long, its end cut', 'lossy']],
  )
})

test('a line of many megabytes is passed over and the rest of its mail comes in', async () => {
  const archive = await readMails([
    mail({}, `Before.\n${'x'.repeat(11 * 1024 * 1024)}\nAfter.`),
    mail({}, 'Next.'),
  ])
  assert.equal(
    archive.words.find(({ body }) => body !== 'Next.')?.body.replace(/\s+/g, ' '),
    'Before. After.',
  )
  assert.equal(saying(archive, 'Next.').body, 'Next.')
  assert.deepEqual(
    archive.losses.map(({ reason }) => reason),
    ['line too long, passed over'],
  )
})

test('of a folder all mail files are read in order, wherever they lie, and other files are told', async () => {
  const archive = await readFiles({
    'b/inbox': mail({ Subject: 'b' }, 'B.'),
    'a.eml': 'Message-ID: <a@x>\nFrom: ann@acme.com\nDate: 1 Feb 2001 10:00 +0000\n\nA.',
    'c.mbox': '',
    'notes.pdf': '%PDF-1.4',
  })
  assert.deepEqual(
    archive.words.map(({ body, where }) => [body, where.file]),
    [
      ['A.', 'a.eml'],
      ['B.', 'b/inbox'],
    ],
  )
  assert.deepEqual(
    archive.losses.map(({ reason, where, isMessage }) => [reason, where.file, isMessage]),
    [['not a mail file', 'notes.pdf', false]],
  )
})

test('what holds no mail is refused with a sentence that shows no path of the machine', async () => {
  await assert.rejects(readFiles({ 'a.txt': 'nothing' }), UnreadableArchive)
  await assert.rejects(readFiles({}, { paths: ['/nowhere/at/all.mbox'] }), (error: Error) => {
    return error instanceof UnreadableArchive && error.message === 'There is no file or folder "all.mbox".'
  })
})

test('control characters never reach a record', async () => {
  const archive = await readMails([mail({ Subject: 'a\0b', From: '"A\0nn" <a\0nn@acme.com>' }, 'x\0y\x07z')])
  for (const control of ['\\u0000', '\\u0007']) assert.ok(!JSON.stringify(archive.records).includes(control))
  assert.equal(archive.words[0]?.body, 'xyz')
})

test('reading twice gives the same records', async () => {
  const pieces = [
    mail({ To: 'Bob Roe <bob@acme.com>' }),
    mail({ From: 'bob.roe@acme.com', Subject: 'Re: Plan' }, 'Yes.'),
  ]
  const [first, second] = [await readMails(pieces), await readMails(pieces)]
  assert.deepEqual(JSON.stringify(first.records), JSON.stringify(second.records))
})

test('whatever the file holds, reading never breaks and every mail is accounted for', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      mail({}),
      mail({ 'Message-ID': '<1@a>', References: '<2@a>' }, '> quoted'),
      mail({ 'Message-ID': '<2@a>', References: '<1@a>', To: 'bob@acme.com' }, 'Ring.'),
      mail({ Date: 'never', 'Content-Type': 'multipart/mixed; boundary=x' }, '--x\n\n--x--'),
      mail({ From: '', 'Content-Type': 'text/html' }, '<p>x'),
      mail({ To: '"broken <a@', 'List-Id': '<>', 'Content-Transfer-Encoding': 'base64' }, '###'),
      '\n\n',
      '\r\n',
      'From ',
      '\0\ufffd',
      '--x\n',
    ),
    fc.string({ maxLength: 20 }),
  )
  const first = mail({ 'Message-ID': '<first@a>' })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.nat(400), async (pieces, cut) => {
      const text = first + pieces.join('')
      const archive = await readMails([text.slice(0, Math.max(first.length, text.length - cut))], {
        listAsSpace: cut % 2 === 0,
      })
      const skipped = archive.losses.filter(
        ({ isMessage, outcome }) => isMessage && outcome === 'skipped',
      ).length
      assert.ok(archive.words.length >= 1)
      const lines = [...archive.words, ...archive.losses.filter(({ isMessage }) => isMessage)].map(
        ({ where }) => where.line,
      )
      assert.equal(new Set(lines).size, archive.words.length + skipped)
      assert.equal(new Set(archive.words.map(({ key }) => key)).size, archive.words.length)
    }),
    { numRuns: 60 },
  )
})
