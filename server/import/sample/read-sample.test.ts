import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { madeFiles, type SampleFiles, writeSample } from '#testing/made-sample'
import { readSample } from './read-sample.ts'
import { WrongSample } from './sample.ts'

const FIRST_THREAD = 'threads/floor/01-booth.md'

function textOf(file: string): string {
  return madeFiles[file] ?? ''
}

/** The sentences about a folder that differs from the good one in these files. */
async function mistakesOf(differing: SampleFiles): Promise<string[]> {
  const folder = await writeSample({ ...madeFiles, ...differing })
  try {
    await readSample(folder)
    return []
  } catch (error) {
    assert.ok(error instanceof WrongSample, String(error))
    return error.message.split('\n').slice(1)
  }
}

/** The sentences when one text of a file is put otherwise. */
async function mistakesOfChange(file: string, from: string, to: string): Promise<string[]> {
  assert.ok(textOf(file).includes(from), `${file} has ${from}`)
  return mistakesOf({ [file]: textOf(file).replace(from, to) })
}

describe('the folder of the sample company', () => {
  it('is read as it tells: people, spaces with everybody in them, threads with their replies', async () => {
    const sample = await readSample(await writeSample(madeFiles))
    assert.equal(sample.networkName, 'Made Works')
    assert.deepEqual(
      sample.people.map(({ key }) => key),
      ['ada.berg', 'ben.rossi', 'cleo.nowak', 'dan.nowak', 'eve.lund'],
    )
    const floor = sample.spaces.find(({ key }) => key === 'floor')
    assert.deepEqual(floor?.memberKeys, ['cleo.nowak', 'dan.nowak', 'ada.berg'])
    const booth = sample.threads.find(({ key }) => key === 'floor/01-booth')
    assert.ok(booth !== undefined)
    assert.equal(booth.kind, 'question')
    assert.equal(booth.isPinned, true)
    assert.deepEqual(booth.mentionKeys, ['cleo.nowak'])
    assert.deepEqual(booth.reactions, [
      { kind: 'agree', personKey: 'cleo.nowak' },
      { kind: 'curious', personKey: 'ada.berg' },
    ])
    assert.deepEqual(
      booth.replies.map(({ id, byKey, answersId, mentionKeys }) => ({ id, byKey, answersId, mentionKeys })),
      [
        // What stands in code is no mention.
        { id: 'r1', byKey: 'cleo.nowak', answersId: undefined, mentionKeys: [] },
        { id: 'r2', byKey: 'ada.berg', answersId: 'r1', mentionKeys: [] },
      ],
    )
  })

  it('may do without readings', async () => {
    const { 'read.csv': _, ...files } = madeFiles
    assert.deepEqual((await readSample(await writeSample(files))).readings, [])
  })

  it('tells of every mistake at once, each with its file and line', async () => {
    const mistakes = await mistakesOf({
      'people.csv': textOf('people.csv').replace('Europe/Warsaw', 'Mars/Olympus').replace('guest', 'gast'),
      [FIRST_THREAD]: textOf(FIRST_THREAD).replace('kind: question', 'kind: riddle'),
    })
    assert.deepEqual(mistakes, [
      'people.csv:4: "Mars/Olympus" is no time zone such as Europe/Oslo.',
      'people.csv:6: "gast" is no role. Roles are: executive, delegate, steward, administrator, reverse-mentor, guest.',
      `${FIRST_THREAD}:3: kind is "riddle". Write one of: note, question.`,
    ])
  })

  const changes: [string, string, string, string, RegExp][] = [
    [
      'a manager who is nobody',
      'people.csv',
      ',ada.berg,delegate',
      ',zoe.who,delegate',
      /^people\.csv:3: The manager zoe\.who is nobody/,
    ],
    [
      'two people with one address',
      'people.csv',
      'ben@made',
      'ada@made',
      /^people\.csv:3: There is the address ada@made\.test already/,
    ],
    [
      'a header that nobody reads',
      'people.csv',
      'roles,about',
      'roles,about,shoe_size',
      /^people\.csv:1: The header has a column "shoe_size"/,
    ],
    [
      'a guest in a space that is not porous',
      'spaces.csv',
      'closed,yes',
      'closed,',
      /^spaces\.csv:4: eve\.lund is a guest/,
    ],
    [
      'a unit without anybody',
      'spaces.csv',
      'unit:Paint',
      'unit:Tint',
      /^spaces\.csv:2: "unit:Tint" is nobody/,
    ],
    [
      'an author who may not read the space',
      'threads/board/01-money.md',
      'by: ada.berg',
      'by: dan.nowak',
      /^threads\/board\/01-money\.md:1: dan\.nowak speaks here and may not read board/,
    ],
    [
      'somebody mentioned who is nobody',
      FIRST_THREAD,
      '@cleo.nowak,',
      '@zoe.who,',
      /01-booth\.md:1: zoe\.who is mentioned here and is nobody/,
    ],
    [
      'a field that means nothing',
      FIRST_THREAD,
      'pinned: yes',
      'pined: yes',
      /01-booth\.md:6: "pined" means nothing here/,
    ],
    [
      'a field that stands twice',
      FIRST_THREAD,
      'pinned: yes',
      'kind: note',
      /01-booth\.md:6: "kind" stands here a second time/,
    ],
    [
      'an answer to nothing',
      FIRST_THREAD,
      'answers: r1',
      'answers: r7',
      /01-booth\.md:22: No reply above is called r7/,
    ],
    [
      'an answer before the question',
      FIRST_THREAD,
      'at: -1 07:10',
      'at: -3 07:10',
      /01-booth\.md:19: This is said before/,
    ],
    [
      'an answer that nobody gave',
      FIRST_THREAD,
      'pinned: yes',
      'answer: r7',
      /01-booth\.md:1: No reply is called r7/,
    ],
    [
      'an answer to what is no question',
      FIRST_THREAD,
      'kind: question',
      'answer: r1',
      /01-booth\.md:1: Only a question has an answer/,
    ],
    [
      'a review that is no day',
      FIRST_THREAD,
      'pinned: yes',
      'review: soon',
      /01-booth\.md:6: review is "soon"/,
    ],
    [
      'somebody who waits for what they may not read',
      'threads/board/01-money.md',
      'at: -0 08:00',
      'at: -0 08:00\nkind: question\nwants: dan.nowak',
      /01-money\.md:1: dan\.nowak waits here and may not read board/,
    ],
    ['a time that is none', FIRST_THREAD, '-2 22:40', '-2 25:40', /01-booth\.md:5: at is "-2 25:40"/],
    ['words without an author', FIRST_THREAD, 'by: dan.nowak\n', '', /01-booth\.md:1: by is empty/],
    [
      'a header that is never closed',
      'threads/board/01-money.md',
      '08:00\n---',
      '08:00',
      /01-money\.md:1: What stands above these words is never closed/,
    ],
    [
      'nothing said',
      'threads/board/01-money.md',
      'A quiet word on money.',
      '',
      /01-money\.md:5: Nothing is said here/,
    ],
    [
      'a file that is not there',
      FIRST_THREAD,
      'pinned: yes',
      'files: plan.csv',
      /01-booth\.md:1: There is no file files\/plan\.csv/,
    ],
    [
      'a reading of nothing',
      'read.csv',
      '01-booth',
      '09-booth',
      /^read\.csv:2: There is no thread floor\/09-booth/,
    ],
    [
      'shoes that are nobody’s',
      'network.json',
      'ada.berg',
      'zoe.who',
      /^network\.json:1: The shoes of zoe\.who are nobody's/,
    ],
    ['a network without a name', 'network.json', 'Made Works', '', /^network\.json:1: name: /],
    ['a quotation mark never closed', 'people.csv', 'Reads for', '"Reads for', /^people\.csv:\d+: /],
  ]
  for (const [what, file, from, to, expected] of changes) {
    it(`says where there is ${what}`, async () => {
      const [mistake = ''] = await mistakesOfChange(file, from, to)
      assert.match(mistake, expected)
    })
  }

  it('says of a circle of managers who is in it', async () => {
    const people = textOf('people.csv').replace('no;en,,executive', 'no;en,dan.nowak,executive')
    const mistakes = await mistakesOf({ 'people.csv': people })
    assert.equal(mistakes.length, 4)
    assert.match(
      mistakes[0] ?? '',
      /^people\.csv:2: ada\.berg would report to themselves, through dan\.nowak/,
    )
  })

  it('says which files nobody brings along, and which lie where no thread lies', async () => {
    assert.deepEqual(
      await mistakesOf({ 'files/lost.csv': 'a,b', 'threads/floor/notes.md': 'x', 'threads/stray.md': 'x' }),
      [
        'threads/floor/notes.md:1: A thread is called <space>/<number>-<words>.md.',
        'threads/stray.md:1: A thread is called <space>/<number>-<words>.md.',
      ],
    )
    assert.deepEqual(await mistakesOf({ 'files/lost.csv': 'a,b' }), [
      'files/lost.csv:1: Nobody brings this file along.',
    ])
  })
})
