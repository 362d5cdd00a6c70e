import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ARCHIVE_LIMITS, UnreadableArchive } from '../archive.ts'
import { madeZip } from '../reading/made-zip.ts'
import { lossesIn, peopleIn, reasonsIn, spacesIn, wordsIn } from '../reading/records-in-tests.ts'
import {
  bulkReadingOf,
  bulkRecordsOf,
  channel,
  direct,
  madeBulk,
  post,
  SAID_AT,
  team,
  user,
  version,
  yard,
} from './made-bulk.ts'

test('people come with name, address, title and standing', async () => {
  const records = await bulkRecordsOf([
    ...[version, team],
    user('ana', [], { first_name: 'Ana', last_name: 'Sol', position: 'Head', email: 'Ana@Example.org' }),
    user('gus', [], { nickname: 'Gus', roles: 'system_guest', delete_at: 1_600_000_000_000 }),
    user('kim', [], { teams: null }),
    { type: 'bot', bot: { username: 'deploys', display_name: 'Deploys', owner: 'ana' } },
  ])
  assert.deepEqual(
    peopleIn(records).map(({ key, name, addresses, title, isGuest, isBot, isActive }) => [
      ...[key, name, addresses[0], title, isGuest, isBot, isActive],
    ]),
    [
      ['ana', 'Ana Sol', 'ana@example.org', 'Head', false, false, true],
      ['gus', 'Gus', 'gus@example.org', undefined, true, false, false],
      ['kim', 'kim', 'kim@example.org', undefined, false, false, true],
      ['deploys', 'Deploys', undefined, undefined, false, true, true],
    ],
  )
})

test('what was open to everybody becomes open, and everything else stays private', async () => {
  const records = await bulkRecordsOf([
    ...[
      version,
      team,
      channel('yard', { purpose: 'Talk', header: 'Rules' }),
      channel('board', { type: 'P' }),
    ],
    { type: 'team', team: { name: 'lab', display_name: 'Lab', type: 'I' } },
    { type: 'channel', channel: { team: 'lab', name: 'yard', display_name: 'yard', type: 'O' } },
    channel('gone', { delete_at: 1_600_000_000_000 }),
    { type: 'channel', channel: { team: 'nowhere', name: 'lost', type: 'O' } },
    { type: 'direct_channel', direct_channel: { members: ['bo', 'ana'] } },
    user('ana', ['yard', 'board']),
  ])
  assert.deepEqual(
    spacesIn(records).map(({ key, name, visibility, memberKeys }) => [key, name, visibility, memberKeys]),
    [
      ['channel:works/yard', 'yard (Works)', 'open', ['ana']],
      ['channel:works/board', 'board', 'private', ['ana']],
      ['channel:lab/yard', 'yard (Lab)', 'private', []],
      ['channel:works/gone', 'gone', 'open', []],
      ['channel:nowhere/lost', 'lost', 'private', []],
      ['direct:ana,bo', undefined, 'private', ['ana', 'bo']],
    ],
  )
  assert.deepEqual([spacesIn(records)[0]?.purpose, spacesIn(records)[3]?.isArchived], ['Talk', true])
})

test('a post comes in with its time, its replies, its reactions, its pin and its whereabouts', async () => {
  const records = await bulkRecordsOf([
    ...yard,
    post('Well, @bo.lind. And @nobody in `@ana`, mail a@ana', {
      ...{ edit_at: SAID_AT + 5000, is_pinned: true },
      reactions: [
        { user: 'bo.lind', emoji_name: '+1_medium_light_skin_tone', create_at: 1 },
        { user: 'bo.lind', emoji_name: 'ok_hand', create_at: 2 },
        { user: 'bo.lind', emoji_name: 'parrot', create_at: 3 },
      ],
      replies: [{ user: 'bo.lind', message: 'See ~yard and ~cellar', create_at: SAID_AT + 1000 }],
    }),
  ])
  const [first, reply] = wordsIn(records)
  assert.equal(first?.body, 'Well, @[bo.lind](person:bo.lind). And @nobody in `@ana`, mail a@ana')
  assert.deepEqual(first?.mentionKeys, ['bo.lind'])
  assert.equal(first?.at.epochMilliseconds, SAID_AT)
  assert.equal(first?.editedAt?.epochMilliseconds, SAID_AT + 5000)
  assert.equal(first?.isPinned, true)
  assert.deepEqual(first?.reactions, [{ personKey: 'bo.lind', kind: 'agree', emoji: '+1' }])
  assert.deepEqual(first?.where, { file: 'export.jsonl', line: 6 })
  assert.deepEqual([reply?.threadKey, reply?.authorKey, reply?.where.line], [first?.key, 'bo.lind', 6])
  assert.equal(reply?.body, 'See [The yard](space:channel:works/yard) and ~cellar')
  assert.deepEqual(reasonsIn(records), ['second reaction of the same kind', 'reaction without counterpart'])
})

test('the order of lines does not matter, and the version need not be told', async () => {
  const lines = [
    ...yard,
    post('first'),
    post('second', { create_at: SAID_AT + 1 }),
    direct(['ana', 'bo.lind'], 'psst'),
  ]
  const sorted = (records: Awaited<ReturnType<typeof bulkRecordsOf>>) => ({
    people: peopleIn(records)
      .map(({ key }) => key)
      .sort(),
    spaces: spacesIn(records)
      .map(({ key, memberKeys }) => `${key} ${memberKeys.toSorted()}`)
      .sort(),
    words: wordsIn(records)
      .map(({ key }) => key)
      .sort(),
  })
  const inOrder = sorted(await bulkRecordsOf(lines))
  assert.deepEqual(sorted(await bulkRecordsOf(lines.slice(1))), inOrder)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
      assert.deepEqual(sorted(await bulkRecordsOf(shuffled)), inOrder)
    }),
    { numRuns: 15 },
  )
})

test('direct messages are conversations of those in them, whether or not a line announces them', async () => {
  const records = await bulkRecordsOf([
    ...yard,
    direct(['bo.lind', 'ana'], 'psst'),
    direct(['ana', 'bo.lind'], 'yes?', { user: 'ana' }),
    direct([], 'to nobody', { replies: [{ user: 'ana', message: 'lost', create_at: SAID_AT }] }),
  ])
  const conversations = spacesIn(records).filter(({ name }) => name === undefined)
  assert.deepEqual(
    conversations.map(({ memberKeys }) => memberKeys),
    [['ana', 'bo.lind']],
  )
  assert.deepEqual(
    wordsIn(records).map(({ spaceKey }) => spaceKey),
    Array(2).fill('direct:ana,bo.lind'),
  )
  assert.deepEqual(reasonsIn(records), Array(2).fill('direct message that names no members'))
})

test('who comes and goes is no message, whatever the version of the export says of it', async () => {
  const records = await bulkRecordsOf([
    ...yard,
    post('ana joined the channel.', {
      replies: [{ user: 'bo.lind', message: 'Welcome', create_at: SAID_AT + 1 }],
    }),
    post('bo.lind added to the channel by ana.'),
    post('anything', { type: 'system_header_change' }),
    post('carl left the channel.', { create_at: SAID_AT + 9 }),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body, threadKey }) => [body, threadKey]),
    [
      ['Welcome', undefined],
      ['carl left the channel.', undefined],
    ],
  )
  assert.deepEqual(reasonsIn(records), [
    ...['joined the channel', 'reply whose first message is missing', 'joined the channel', 'set the topic'],
  ])
})

test('the words of a channel that no line names are kept for those who wrote them', async () => {
  const records = await bulkRecordsOf([
    ...yard,
    post('psst', { channel: 'cellar', replies: [{ user: 'di', message: 'hm', create_at: SAID_AT + 1 }] }),
    post('more', { channel: 'cellar', user: 'bo.lind' }),
  ])
  const told = spacesIn(records).filter(({ key }) => key === 'channel:works/cellar')
  assert.deepEqual(
    told.map(({ visibility, memberKeys }) => [visibility, memberKeys]),
    [
      ['private', ['ana', 'di']],
      ['private', ['bo.lind']],
    ],
  )
  assert.equal(wordsIn(records).length, 3)
  assert.deepEqual(reasonsIn(records), ['channel that no line names'])
})

test('attached files come along where the zip holds them, and are named where it does not', async () => {
  const attachments = [{ path: 'data/2023/plan.pdf' }, { path: '2023/gone_1.png' }]
  const lines = [...yard, post('', { attachments })]
  const { held: records, texts } = await bulkReadingOf(
    madeZip([
      { name: 'import.jsonl', content: madeBulk(lines) },
      { name: 'data/2023/plan.pdf', content: 'PDF' },
      { name: 'data/profile.png', content: 'PNG' },
    ]),
    'export.zip',
  )
  const [words] = wordsIn(records)
  assert.equal(words?.body, 'Attached: gone\\_1.png')
  const [file] = words?.files ?? []
  assert.deepEqual([file?.name, file?.bytes], ['plan.pdf', 3])
  assert.deepEqual(texts, ['PDF'])
  assert.deepEqual(
    lossesIn(records).map(({ reason, where }) => `${where.file} ${reason}`),
    [
      'import.jsonl attached file that the archive does not hold',
      'data/profile.png file that no message names',
    ],
  )
})

test('lines that are broken, too long or of no known type are listed by line, and the rest comes in', async () => {
  const records = await bulkRecordsOf([
    ...yard,
    '{"type":"post","post":{"team":',
    { type: 'playbook', playbook: {} },
    `{"type":"post","post":{"message":"${'x'.repeat(ARCHIVE_LIMITS.lineBytesMax)}"}}`,
    post('no time', { create_at: 'soon' }),
    post('   '),
    '[1,2]',
    { type: 'emoji', emoji: { name: 'parrot', image: 'x.png' } },
    { type: 'version', version: 7 },
    post('good'),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body }) => body),
    ['good'],
  )
  assert.deepEqual(
    lossesIn(records)
      .map(({ reason, where, isMessage }) => `${where.line} ${reason} ${isMessage}`)
      .sort(),
    [
      '10 message without words true',
      '11 line that is no readable JSON true',
      '12 custom emoji false',
      '13 version of the format that is not known false',
      '6 line that is no readable JSON true',
      '7 line of an unknown type false',
      '8 line that is too long true',
      '9 message without a readable time true',
    ],
  )
})

test('what is no export of Mattermost is refused with a sentence', async () => {
  const refused = async (bytes: Uint8Array, name: string, sentence: RegExp) =>
    assert.rejects(bulkReadingOf(bytes, name), (error) => {
      assert.ok(error instanceof UnreadableArchive, String(error))
      assert.match(error.message, sentence)
      return true
    })
  await refused(Buffer.from('hello\nworld\n'), 'notes.txt', /no bulk export of Mattermost/)
  await refused(Buffer.from(''), 'empty.jsonl', /no bulk export of Mattermost/)
  await refused(madeZip([{ name: 'users.json', content: [] }]), 'slack.zip', /holds no \.jsonl/)
  await refused(Buffer.from('PK, not a zip'), 'broken.zip', /no whole zip/)
})

test('every message of any export is told once, and the same at every reading', async () => {
  const message = fc.record({
    user: fc.constantFrom('ana', 'bo.lind', 'x y', null),
    message: fc.oneof(fc.string(), fc.constantFrom('ana joined the channel.', '')),
    create_at: fc.oneof(fc.integer({ min: SAID_AT, max: SAID_AT + 3 }), fc.constantFrom(null, -1, 1e300)),
    type: fc.constantFrom(undefined, 'system_join_channel'),
  })
  const withReplies = fc.tuple(message, fc.array(message, { maxLength: 4 }))
  await fc.assert(
    fc.asyncProperty(fc.array(withReplies, { maxLength: 6 }), async (posts) => {
      const lines = posts.map(([said, replies]) => post('', { ...said, replies }))
      const records = await bulkRecordsOf([...yard, ...lines])
      const told = wordsIn(records).length + lossesIn(records).filter(({ isMessage }) => isMessage).length
      assert.equal(
        told,
        posts.reduce((sum, [, replies]) => sum + 1 + replies.length, 0),
      )
      const again = await bulkRecordsOf([...yard, ...lines])
      assert.deepEqual(
        wordsIn(again).map(({ key }) => key),
        wordsIn(records).map(({ key }) => key),
      )
    }),
    { numRuns: 30 },
  )
})
