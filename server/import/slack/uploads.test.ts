import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lossesIn, peopleIn, reasonsIn, spacesIn, wordsIn } from '../reading/records-in-tests.ts'
import { channels, file, recordsOf, said, users } from './made-export.ts'

test('files that an export holds come along, and the others are named', async () => {
  const records = await recordsOf([
    ...[users, channels],
    file('__uploads/F1/plan.pdf', 'PDF'),
    file('lobby/attachments/F2-a.png', 'PNG'),
    file('__uploads/F9/nobody.txt', 'x'),
    file('lobby/2017-07-14.json', [
      said('1500000000.000000', 'see', {
        files: [
          { id: 'F1', name: 'plan.pdf' },
          { id: 'F2', name: 'a.png' },
          { id: 'F3', name: 'gone.txt', url_private_download: 'https://files.example/F3' },
        ],
      }),
      said('1500000001.000000', '', { files: [{ id: 'F1', name: 'plan.pdf' }] }),
    ]),
  ])
  const [first, second] = wordsIn(records)
  assert.equal(first?.body, 'see\n\nAttached: gone.txt')
  assert.deepEqual(
    first?.files?.map(({ name, bytes }) => [name, bytes]),
    [
      ['plan.pdf', 3],
      ['a.png', 3],
    ],
  )
  assert.deepEqual([second?.body, second?.files?.length], ['', 1])
  assert.deepEqual(
    lossesIn(records).map(({ reason, where }) => `${where.file} ${reason}`),
    [
      'lobby/2017-07-14.json attached file that the archive does not hold',
      '__uploads/F9/nobody.txt file that no message names',
    ],
  )
})

test('an enterprise export keeps what workspaces share at its root, with files and threads', async () => {
  const records = await recordsOf([
    file('org_users.json', [
      { id: 'W1', profile: { real_name: 'Ana' } },
      { id: 'W2', is_restricted: true },
    ]),
    file('channels.json', [{ id: 'C0', name: 'announcements', is_org_shared: true }]),
    file('mpims.json', [{ id: 'G0', name: 'mpdm-a--b-1', members: ['W1', 'W2'] }]),
    file('teams/north/channels.json', [{ id: 'C1', name: 'general' }]),
    file('teams/north/dms.json', [{ id: 'D1', members: ['W1', 'W2'] }]),
    file('announcements/2017-07-14.json', [said('1500000000.000000', 'to all', { user: 'W1', team: 'T1' })]),
    file('mpdm-a--b-1/2017-07-14.json', [said('1500000000.000000', 'few', { user: 'W2' })]),
    file('teams/north/D1/2017-07-14.json', [said('1500000000.000000', 'psst', { user: 'W2' })]),
    file('teams/north/general/2017-07-14.json', [
      said('1500000000.000000', 'north', { user: 'W1', files: [{ id: 'F1', name: 'n.txt' }] }),
      said('1500000001.000000', 'yes', {
        ...{ user: 'W2', subtype: 'thread_broadcast', thread_ts: '1500000000.000000' },
      }),
    ]),
    file('teams/north/general/attachments/F1-n.txt', 'n'),
  ])
  assert.deepEqual(
    spacesIn(records).map(({ key, visibility, name }) => [key, visibility, name]),
    [
      ['C0', 'open', 'announcements'],
      ['G0', 'private', undefined],
      ['C1', 'open', 'general'],
      ['D1', 'private', undefined],
    ],
  )
  assert.deepEqual(
    wordsIn(records).map(({ spaceKey, body, files = [], threadKey }) => [
      ...[spaceKey, body, files.length, threadKey],
    ]),
    [
      ['C0', 'to all', 0, undefined],
      ['G0', 'few', 0, undefined],
      ['C1', 'north', 1, undefined],
      ['C1', 'yes', 0, 'C1/1500000000.000000'],
      ['D1', 'psst', 0, undefined],
    ],
  )
  assert.deepEqual([reasonsIn(records), peopleIn(records)[1]?.isGuest], [[], true])
})
