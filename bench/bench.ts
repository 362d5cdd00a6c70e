// `npm run bench`: every figure with its workload, beside its yardstick from the same run. `-- --quick` takes seconds and
// proves that it works; `-- --write` keeps the table in docs/performance.md.
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureArchive } from './archive.ts'
import { type Figure, fullEffort, quickEffort, withBed } from './bed.ts'
import { measureBrief } from './brief.ts'
import { measureReading } from './reading.ts'
import { measureSample } from './sample.ts'
import { measureWriting } from './writing.ts'

const PAPER = join(import.meta.dirname, '../docs/performance.md')
const BEGIN = '<!-- table begins -->'
const END = '<!-- table ends -->'

const isQuick = process.argv.includes('--quick')
const effort = isQuick ? quickEffort : fullEffort

const figures: Figure[] = []
await withBed(effort, async (bed) => {
  for (const measure of [measureReading, measureBrief, measureWriting, measureArchive, measureSample]) {
    for (const figure of await measure(bed)) {
      figures.push(figure)
      console.log(lineOf(figure))
    }
  }
})
const table = tableOf(figures)
console.log(`\n${table}`)
if (process.argv.includes('--write')) await keep(table)

function lineOf({ figure, workload, yardstick, product, ratio, wanted, isMet }: Figure): string {
  return `${figure} (${workload}): ${product} beside ${yardstick}, ${ratio} ${wanted} ${verdictOf(isMet)}`
}

function verdictOf(isMet: Figure['isMet']): string {
  if (isMet === undefined) return ''
  return isMet ? 'met' : '**missed**'
}

function tableOf(rows: readonly Figure[]): string {
  const { people, spaces, threads, replies } = effort.size
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} at ${commit}, Node ${process.version}, PostgreSQL 18 (embedded),`,
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB; server, database and load on one machine.`,
    `Network: ${people} people, ${spaces} spaces, ${threads} threads, ${replies} replies. Medians of ${effort.rounds}, yardstick and product in turn.`,
    '',
    '| figure | workload | yardstick | product | ratio | wanted | |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.figure} | ${row.workload} | ${row.yardstick} | ${row.product} | ${row.ratio} | ${row.wanted} | ${verdictOf(row.isMet)} |`,
    ),
  ].join('\n')
}

async function keep(text: string): Promise<void> {
  const paper = await readFile(PAPER, 'utf8')
  const before = paper.slice(0, paper.indexOf(BEGIN) + BEGIN.length)
  const after = paper.slice(paper.indexOf(END))
  await writeFile(PAPER, `${before}\n\n${text}\n\n${after}`)
}
