import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLabelled, UnreadableQuestions } from './labelled-questions.ts'

const rows = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\n')

/** For each query, which texts of the corpus are relevant. */
function relevantIn(corpus: string, queries: string): string[][] {
  const read = readLabelled({ corpus, queries })
  return read.queries.map(({ relevant }) => [...relevant].map((place) => read.corpus[place]?.text ?? ''))
}

test('a label that a query shares with the corpus makes relevant, whatever the columns are called', () => {
  const named = rows(
    ['split', 'intent', 'question'],
    ['train', 'pay', 'When is payday?'],
    ['train', 'lunch', 'What is for lunch?'],
  )
  const asked = rows(['intent', 'text'], ['pay', 'When do I get paid?'], ['oos', 'How high is the moon?'])
  assert.deepEqual(relevantIn(named, asked), [['When is payday?'], []])
})

test('without names the questions are the longest column, and the others are told by what stands in them', () => {
  const corpus = rows(
    ['a1', 'When is payday here?'],
    ['a2', 'What is for lunch today?'],
    ['a3', 'Is payday on Friday?'],
  )
  const asked = rows(['When do I get paid?', 'a1, a3'], ['How high is the moon?', ''])
  assert.deepEqual(relevantIn(corpus, asked), [['When is payday here?', 'Is payday on Friday?'], []])
  const labelled = rows(
    ['pay', 'When is payday here?'],
    ['pay', 'Is payday on Friday?'],
    ['food', 'What is for lunch?'],
  )
  assert.deepEqual(relevantIn(labelled, rows(['food', 'What do we eat?'], ['pay', 'When am I paid?'])), [
    ['What is for lunch?'],
    ['When is payday here?', 'Is payday on Friday?'],
  ])
})

test('ids are parted by commas, spaces or bars, and a query that stands in the corpus is not relevant to itself', () => {
  const corpus = rows(
    ['id', 'text'],
    ['1', 'When is payday?'],
    ['2', 'Is payday today?'],
    ['3', 'What is for lunch?'],
  )
  const asked = rows(
    ['id', 'text', 'duplicates'],
    ['1', 'When is payday?', '1|2'],
    ['9', 'Lunch, please?', '3 1'],
  )
  assert.deepEqual(relevantIn(corpus, asked), [
    ['Is payday today?'],
    ['What is for lunch?', 'When is payday?'],
  ])
})

test('lines that cannot be used are skipped and told, and heads, quotes and line ends of other programs are read', () => {
  const corpus = '\ufeff"id"\t"text"\r\n1\t"Who ""really"" pays?"\r\n1\tTwice\r\n2\t\r\n\r\n3\tLunch?\r\n'
  const { corpus: kept, understood } = readLabelled({ corpus, queries: 'text\trelevant\nWho pays?\t1\n' })
  assert.deepEqual(
    kept.map(({ text }) => text),
    ['Who "really" pays?', 'Lunch?'],
  )
  assert.match(understood[0] ?? '', /^Corpus: 2 questions, .* 2 skipped, .*: lines 3, 4\.$/)
})

test('tables that say nothing of what is relevant are refused with a sentence', () => {
  const refused = (corpus: string, queries: string, says: RegExp) =>
    assert.throws(
      () => readLabelled({ corpus, queries }),
      (error) => {
        assert.ok(error instanceof UnreadableQuestions)
        assert.match(error.message, says)
        return true
      },
    )
  refused('', 'Who?\t1', /^The corpus has no questions/)
  refused('text\nWho pays?', '', /^The queries have no questions/)
  refused('text\nWho pays?', 'text\nWho pays for it?', /^Nothing tells what is relevant/)
})
