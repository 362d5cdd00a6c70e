import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lossesIn, wordsIn } from '../reading/records-in-tests.ts'
import { channels, file, recordsOf, users } from './made-export.ts'

const anyMessage = fc.record(
  {
    type: fc.constantFrom('message', 'event', 7),
    subtype: fc.constantFrom('channel_join', 'bot_message', 'file_share', 'tombstone', null, 'odd'),
    user: fc.constantFrom('U1', 'U2', 'U9', '', 5, null),
    ts: fc.nat({ max: 6 }).map((second) => `150000000${second}.000000`),
    thread_ts: fc.nat({ max: 6 }).map((second) => `150000000${second}.000000`),
    text: fc.constantFrom('hello', '<@U8>', '', 5, null),
    reactions: fc.constantFrom([{ name: '+1', users: ['U5'] }], 'odd', [null]),
    files: fc.constantFrom([{ name: 'a' }], {}, [1]),
    attachments: fc.constantFrom([{ text: 'x' }], [7], 'odd'),
  },
  { requiredKeys: ['ts'] },
)

test('whatever a channel holds: every element is told once, and all that is named has come before', async () => {
  const elements = fc.oneof({ weight: 8, arbitrary: anyMessage }, fc.constantFrom(null, 7, [], 'odd'))
  const days = fc.array(fc.array(elements, { maxLength: 8 }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(days, async (lists) => {
      const dayFiles = lists.map((list, day) => file(`lobby/2017-07-1${day}.json`, list))
      const records = await recordsOf([...dayFiles, channels, users])
      const skippedMessages = lossesIn(records).filter(({ isMessage }) => isMessage)
      assert.ok(skippedMessages.every(({ outcome }) => outcome === 'skipped'))
      assert.equal(wordsIn(records).length + skippedMessages.length, lists.flat().length)
      const told = new Set<string>()
      for (const record of records) {
        if (!('key' in record)) continue
        assert.ok(!told.has(`${record.what} ${record.key}`), 'nothing is told twice')
        told.add(`${record.what} ${record.key}`)
        if (record.what === 'space') assert.ok(record.memberKeys.every((key) => told.has(`person ${key}`)))
        if (record.what !== 'words') continue
        const people = [
          record.authorKey,
          ...record.mentionKeys,
          ...record.reactions.map(({ personKey }) => personKey),
        ]
        assert.ok(people.every((key) => told.has(`person ${key}`)))
        assert.ok(told.has(`space ${record.spaceKey}`))
        assert.ok(!record.threadKey || told.has(`words ${record.threadKey}`))
      }
    }),
    { numRuns: 200 },
  )
})
