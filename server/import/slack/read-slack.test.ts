import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleIn, reasonsIn, spacesIn, wordsIn } from '../reading/records-in-tests.ts'
import { channels, file, recordsOf, said, users } from './made-export.ts'

test('people come with address, title and standing', async () => {
  const [ana, bo, kim] = peopleIn(await recordsOf([users, channels]))
  assert.deepEqual(
    [ana?.key, ana?.name, ana?.addresses, ana?.title, ana?.isActive],
    ['U1', 'Ana Sol', ['ana@example.org'], 'Head', true],
  )
  assert.deepEqual([bo?.name, bo?.isActive, bo?.addresses], ['Bo Lind', false, []])
  assert.deepEqual([kim?.name, kim?.isGuest], ['Kim', true])
})

test('public channels become open, and everything else stays private', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('groups.json', [{ id: 'G1', name: 'board', is_archived: true, members: ['U1'] }]),
    file('dms.json', [{ id: 'D1', members: ['U1', 'U2'] }]),
    file('mpims.json', [{ id: 'G2', name: 'mpdm-ana--bo--kim-1', members: ['U1', 'U2', 'U3'] }]),
  ])
  assert.deepEqual(
    spacesIn(records).map(({ key, name, visibility, isArchived }) => [key, name, visibility, isArchived]),
    [
      ['C1', 'lobby', 'open', false],
      ['G1', 'board', 'private', true],
      ['D1', undefined, 'private', false],
      ['G2', undefined, 'private', false],
    ],
  )
  const lobby = spacesIn(records)[0]
  assert.deepEqual([lobby?.purpose, `${lobby?.createdAt}`], ['Talk & listen', '2017-07-14T02:40:00Z'])
})

test('a message comes in with its exact time, its mentions, its reactions and its whereabouts', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('lobby/2017-07-14.json', [
      said('1500000000.000123', '*Well*, <@U2> &amp; <@U9|zoe>', {
        edited: { user: 'U1', ts: '1500000060.000000' },
        reactions: [
          { name: '+1::skin-tone-3', users: ['U2', 'U3'], count: 2 },
          { name: 'ok_hand', users: ['U2'], count: 1 },
          { name: 'pizza', users: ['U2'], count: 1 },
        ],
      }),
    ]),
  ])
  const [words] = wordsIn(records)
  assert.equal(words?.key, 'C1/1500000000.000123')
  assert.equal(words?.body, '**Well**, @[Bo Lind](person:U2) & @[zoe](person:U9)')
  assert.deepEqual(words?.mentionKeys, ['U2', 'U9'])
  assert.equal(words?.at.epochNanoseconds, 1500000000000123000n)
  assert.equal(`${words?.editedAt}`, '2017-07-14T02:41:00Z')
  assert.deepEqual(words?.reactions, [
    { personKey: 'U2', kind: 'agree', emoji: '+1' },
    { personKey: 'U3', kind: 'agree', emoji: '+1' },
  ])
  assert.deepEqual(words?.where, { file: 'lobby/2017-07-14.json', line: 1 })
  assert.deepEqual(reasonsIn(records), ['second reaction of the same kind', 'reaction without counterpart'])
  const zoe = peopleIn(records).find(({ key }) => key === 'U9')
  assert.deepEqual([zoe?.name, zoe?.isActive], ['zoe', false])
})

test('replies follow their post, whatever the order of files and lines', async () => {
  const records = await recordsOf([
    file('lobby/2017-07-16.json', [
      said('1500150000.000000', 'later reply', { thread_ts: '1500000000.000000' }),
    ]),
    file('lobby/2017-07-14.json', [
      said('1500000100.000000', 'early reply', {
        thread_ts: '1500000000.000000',
        subtype: 'thread_broadcast',
      }),
      said('1500000000.000000', 'post', { thread_ts: '1500000000.000000' }),
    ]),
    channels,
    users,
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body, threadKey }) => [body, threadKey]),
    [
      ['post', undefined],
      ['later reply', 'C1/1500000000.000000'],
      ['early reply', 'C1/1500000000.000000'],
    ],
  )
})

test('a thread whose first message is gone is started by its earliest reply', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('lobby/2017-07-14.json', [
      said('1500000000.000000', 'was deleted', { subtype: 'tombstone' }),
      said('1500000010.000000', 'first', { thread_ts: '1500000000.000000' }),
      said('1500000020.000000', 'second', { thread_ts: '1500000000.000000' }),
    ]),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body, threadKey }) => [body, threadKey]),
    [
      ['first', undefined],
      ['second', 'C1/1500000010.000000'],
    ],
  )
  assert.deepEqual(reasonsIn(records), ['deleted message', 'reply whose first message is missing'])
})

test('of an edited message that is named twice the later line wins', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('lobby/2017-07-14.json', [said('1500000000.000000', 'draft'), said('1500000000.000000', 'final')]),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body }) => body),
    ['final'],
  )
  assert.deepEqual(reasonsIn(records), ['earlier version of a message'])
})

test('a channel that was renamed midway is one space', async () => {
  const renaming = said('1500100000.000000', '', { subtype: 'channel_name', old_name: 'hall', name: 'lobby' })
  const records = await recordsOf([
    users,
    channels,
    file('hall/2017-07-14.json', [said('1500000000.000000', 'before')]),
    file('lobby/2017-07-15.json', [
      renaming,
      said('1500100001.000000', 'after', { thread_ts: '1500000000.000000' }),
    ]),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ body, spaceKey, threadKey }) => [body, spaceKey, threadKey]),
    [
      ['before', 'C1', undefined],
      ['after', 'C1', 'C1/1500000000.000000'],
    ],
  )
})

test('the words of a channel that no list names are kept for those who wrote them', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('cellar/2017-07-14.json', [
      said('1500000000.000000', 'psst', { user: 'U7', user_profile: { real_name: 'Di' } }),
    ]),
  ])
  const cellar = spacesIn(records)[1]
  assert.deepEqual([cellar?.name, cellar?.visibility, cellar?.memberKeys], ['cellar', 'private', ['U7']])
  assert.equal(wordsIn(records)[0]?.spaceKey, cellar?.key)
  assert.equal(peopleIn(records).find(({ key }) => key === 'U7')?.name, 'Di')
})

test('a private channel is not named in an open one', async () => {
  const records = await recordsOf([
    users,
    channels,
    file('groups.json', [{ id: 'G1', name: 'takeover', members: ['U1'] }]),
    file('lobby/2017-07-14.json', [
      said('1500000000.000000', 'see <#G1|takeover>, <#G1>, <#C9|labs> and <#C1>'),
    ]),
  ])
  assert.equal(wordsIn(records)[0]?.body, 'see #private-channel, #private-channel, #labs and #lobby')
})

test('bots, files and comments on files keep what they say', async () => {
  const bot = {
    type: 'message',
    subtype: 'bot_message',
    bot_id: 'B1',
    username: 'deploys',
    ts: '1500000001.000000',
  }
  const attachment = { title: 'Build 7', title_link: 'https://ci.example/7', text: 'is *green*' }
  const records = await recordsOf([
    users,
    channels,
    file('lobby/2017-07-14.json', [
      { ...bot, text: '', attachments: [attachment] },
      said('1500000002.000000', '', { files: [{ name: 'plan.pdf' }] }),
      {
        subtype: 'file_comment',
        ts: '1500000003.000000',
        text: '…',
        comment: { user: 'U2', comment: 'Nice' },
        file: { name: 'a.png' },
      },
      said('1500000004.000000', 'waves', { subtype: 'me_message' }),
    ]),
  ])
  assert.deepEqual(
    wordsIn(records).map(({ authorKey, body }) => [authorKey, body]),
    [
      ['B1', '[Build 7](https://ci.example/7)\nis **green**'],
      ['U1', 'Attached: plan.pdf'],
      ['U2', 'Nice\n\nAttached: a.png'],
      ['U1', '_waves_'],
    ],
  )
  const deploys = peopleIn(records).find(({ key }) => key === 'B1')
  assert.deepEqual([deploys?.name, deploys?.isBot], ['deploys', true])
})

test('an enterprise export brings the channels of every workspace', async () => {
  const records = await recordsOf([
    file('org_users.json', [{ id: 'W1', profile: { real_name: 'Ana' } }]),
    file('teams/north/users.json', [{ id: 'W1', profile: { real_name: 'Ana' } }]),
    file('teams/north/channels.json', [{ id: 'C1', name: 'general' }]),
    file('teams/south/groups.json', [{ id: 'C2', name: 'general' }]),
    file('teams/north/general/2017-07-14.json', [said('1500000000.000000', 'north', { user: 'W1' })]),
    file('teams/south/general/2017-07-14.json', [said('1500000000.000000', 'south', { user: 'W1' })]),
  ])
  assert.deepEqual(
    peopleIn(records).map(({ key }) => key),
    ['W1'],
  )
  assert.deepEqual(
    wordsIn(records).map(({ spaceKey, body }) => [spaceKey, body]),
    [
      ['C1', 'north'],
      ['C2', 'south'],
    ],
  )
})
