// An evaluation of similar questions, as a person reads it.
import type { SimilarEvaluation } from './evaluate-similar.ts'
import type { Retrieval } from './retrieval.ts'

const NAME_WIDTH = 34
const CELL_WIDTH = 10

export function similarReport(evaluation: SimilarEvaluation): string {
  const { understood, queries, queriesWithRelevant, systems, strong, tooFewWords, milliseconds } = evaluation
  return [
    ...understood,
    '',
    `Of ${queriesWithRelevant} queries with something relevant: the share that finds any of it among the first 1, 5 and 10,`,
    'and the mean reciprocal rank of the first.',
    '',
    row('', ['recall@1', 'recall@5', 'recall@10', 'MRR@10']),
    row('Foyer', cellsOf(systems.foyer)),
    row('BM25 in memory', cellsOf(systems.bm25)),
    row('PostgreSQL full text, all words', cellsOf(systems.fullText)),
    '',
    `Strong, of all ${queries} queries:`,
    `  precision of what is shown as strong   ${figure(strong.all.precision)} (of ${strong.all.count})`,
    `  precision where the first is strong    ${figure(strong.first.precision)} (of ${strong.first.count})`,
    `  queries with a strong find             ${figure(strong.shareOfRelevant)} of those with something relevant, ` +
      `${figure(strong.shareOfOthers)} of the others`,
    '',
    `${tooFewWords} queries have fewer than two telling words; while somebody types, nothing is looked for yet.`,
    `One answer takes ${milliseconds.p50.toFixed(1)} ms (p50), ${milliseconds.p95.toFixed(1)} ms (p95).`,
    '',
  ].join('\n')
}

function cellsOf({ recallAt1, recallAt5, recallAt10, reciprocalRank }: Retrieval): string[] {
  return [recallAt1, recallAt5, recallAt10, reciprocalRank].map(figure)
}

function figure(share: number): string {
  return share.toFixed(3)
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')
}
