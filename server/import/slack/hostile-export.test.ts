import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { ARCHIVE_LIMITS, UnreadableArchive } from '../archive.ts'
import { type MadeEntry, madeZip } from '../reading/made-zip.ts'
import { recordsOfBytes } from './made-export.ts'
import { readSlack } from './read-slack.ts'

const message = (ts: string, text: unknown) => ({ type: 'message', user: 'U1', ts, text })
const lists: MadeEntry[] = [
  { name: 'users.json', content: [{ id: 'U1', name: 'ana' }] },
  { name: 'channels.json', content: [{ id: 'C1', name: 'lobby' }] },
]
const goodDay: MadeEntry = { name: 'lobby/2020-01-02.json', content: [message('1577923200.000000', 'good')] }

/** What comes in and what is lost when one entry stands beside a good day. */
async function beside(...bad: MadeEntry[]) {
  const records = await recordsOfBytes(madeZip([...lists, ...bad, goodDay]))
  return {
    bodies: records.flatMap((record) => (record.what === 'words' ? [record.body] : [])),
    losses: records.flatMap((record) =>
      record.what === 'loss' ? [`${record.where.file}: ${record.reason}`] : [],
    ),
  }
}

async function refuses(bytes: Uint8Array, sentence: RegExp): Promise<void> {
  await assert.rejects(recordsOfBytes(bytes), (error) => {
    assert.ok(error instanceof UnreadableArchive, String(error))
    assert.match(error.message, sentence)
    return true
  })
}

test('names that lead out of the archive are refused, and the rest comes in', async () => {
  const content = [message('1577836800.000000', 'bad')]
  for (const name of [
    '../lobby/2020-01-01.json',
    '/lobby/2020-01-01.json',
    'C:/lobby/2020-01-01.json',
    '..\\lobby\\2020-01-01.json',
    'lobby/2020\0-01-01.json',
  ]) {
    const { bodies, losses } = await beside({ name, content })
    assert.deepEqual(bodies, ['good'], name)
    assert.match(losses[0] ?? '', /file with an unsafe name$/)
  }
  const link = await beside({ name: 'lobby/2020-01-01.json', content: '/etc/passwd', mode: 0o120777 })
  assert.deepEqual(link, { bodies: ['good'], losses: ['lobby/2020-01-01.json: link to another file'] })
})

test('a file that unpacks to far more than it holds is left alone', async () => {
  const bomb = await beside({ name: 'lobby/2020-01-01.json', content: Buffer.alloc(4 * 1024 * 1024, ' ') })
  assert.deepEqual(bomb.bodies, ['good'])
  assert.deepEqual(bomb.losses, ['lobby/2020-01-01.json: file that unpacks to far more than it holds'])
})

test('a zip whose files share their bytes to grow without end is refused', async () => {
  const content = JSON.stringify([message('1577836800.000000', 'again and again '.repeat(60_000))])
  const copies = Array.from({ length: 200 }, (_, day) => ({
    name: `lobby/${2000 + day}-01-01.json`,
    content,
    sharesBytes: day > 0,
  }))
  await refuses(madeZip([...lists, ...copies]), /unpack to far more/)
})

test('one day file that is no JSON is reported, and the rest comes in', async () => {
  const day = (content: unknown) => ({ name: 'lobby/2020-01-01.json', content })
  const cases: [unknown, string[], string][] = [
    ['not json', [], 'file that is no JSON list in UTF-8'],
    ['{"type":"message"}', [], 'file that is no JSON list in UTF-8'],
    [Buffer.from('\uFEFF[]', 'utf16le'), [], 'file that is no JSON list in UTF-8'],
    [
      '[{"ts": broken}, {"type":"message","user":"U1","ts":"1577836800.000000","text":"next"}]',
      ['next'],
      'element that is no readable JSON',
    ],
    [
      `[${JSON.stringify(message('1577836800.000000', 'first'))}, {"type": "mess`,
      ['first'],
      'element that is cut off',
    ],
  ]
  for (const [content, bodies, reason] of cases) {
    const seen = await beside(day(content))
    assert.deepEqual(seen, { bodies: [...bodies, 'good'], losses: [`lobby/2020-01-01.json: ${reason}`] })
  }
})

test('a message larger than a line may be costs that message alone', async () => {
  const huge = message('1577836800.000000', 'x'.repeat(ARCHIVE_LIMITS.lineBytesMax))
  const content = [huge, message('1577836801.000000', 'after')]
  const { bodies, losses } = await beside({ name: 'lobby/2020-01-01.json', content, isStored: true })
  assert.deepEqual(bodies, ['after', 'good'])
  assert.deepEqual(losses, ['lobby/2020-01-01.json: element that is too long'])
})

test('a long message is cut and says so', async () => {
  const text = 'word '.repeat(ARCHIVE_LIMITS.bodyCharactersMax / 2)
  const content = [message('1577836800.000000', text)]
  const { bodies, losses } = await beside({ name: 'lobby/2020-01-01.json', content, isStored: true })
  assert.ok(bodies[0] && bodies[0].length <= ARCHIVE_LIMITS.bodyCharactersMax)
  assert.deepEqual(losses, ['lobby/2020-01-01.json: long message that was cut'])
})

test('fields of wrong types skip a message or are passed over, and control characters are dropped', async () => {
  const content = [
    {
      ...message('1577836800.000000', 'a\u0000b\ud800c'),
      reactions: { name: 1 },
      thread_ts: 7,
      files: 'none',
    },
    { ...message('1577836801.000000', 'number'), ts: 1577836801.5 },
    message('1577836802.000000', { deep: true }),
    message('99999999999999.000000', 'far away'),
  ]
  const { bodies, losses } = await beside({ name: 'lobby/2020-01-01.json', content })
  assert.deepEqual(bodies, ['ab\ufffdc', 'good'])
  const where = 'lobby/2020-01-01.json: '
  assert.deepEqual(losses, [
    `${where}message without a readable time`,
    `${where}message without words`,
    `${where}message without a readable time`,
  ])
})

test('letters in another encoding come in with a remark', async () => {
  const content = Buffer.from(JSON.stringify([message('1577836800.000000', 'Größe')]), 'latin1')
  const { bodies, losses } = await beside({ name: 'lobby/2020-01-01.json', content })
  assert.deepEqual(bodies, ['Gr\ufffd\ufffde', 'good'])
  assert.deepEqual(losses, ['lobby/2020-01-01.json: letters that are not UTF-8'])
})

test('what is no zip, a cut zip, or no export is refused with a sentence', async () => {
  const whole = madeZip([...lists, goodDay])
  await refuses(Buffer.from('hello'), /no whole zip/)
  await refuses(Buffer.alloc(0), /no whole zip/)
  await refuses(whole.subarray(0, whole.length - 40), /no whole zip/)
  await refuses(madeZip([{ name: 'notes.txt', content: 'hello' }]), /no Slack export/)
  await assert.rejects(
    Array.fromAsync(readSlack({ path: join(import.meta.dirname, 'nowhere.zip') })),
    UnreadableArchive,
  )
  await assert.rejects(Array.fromAsync(readSlack({ path: import.meta.dirname })), UnreadableArchive)
})

test('a zip with any bytes changed is read or refused, and never crashes', async () => {
  const whole = madeZip([...lists, goodDay, { ...goodDay, name: 'lobby/2020-01-03.json', isStored: true }])
  const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(changes, fc.option(fc.nat({ max: whole.length })), async (bytes, length) => {
      const changed = Buffer.from(whole.subarray(0, length ?? whole.length))
      for (const [at, byte] of bytes) if (at < changed.length) changed[at] = byte
      try {
        await recordsOfBytes(changed)
      } catch (error) {
        assert.ok(error instanceof UnreadableArchive, String(error))
      }
    }),
    { numRuns: 500 },
  )
})
