// `npm run bench`: every figure with its workload, beside its yardstick from the same run, first on a network of the size
// that people have, then on one ten times as talkative. `-- --quick` takes a minute and proves that it works; `-- --write`
// keeps the table in docs/performance.md; names (`-- search live`) measure only those.
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureArchive } from './archive.ts'
import {
  type Bed,
  type Figure,
  fullEffort,
  largeEffort,
  quickEffort,
  quickLargeEffort,
  withBed,
} from './bed.ts'
import { measureBigArchive } from './big-archive.ts'
import { measureBrief } from './brief.ts'
import { measureFanOut } from './fan-out.ts'
import { growthOf } from './growth.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureLive } from './live.ts'
import { measureMorning } from './morning.ts'
import { measureReading } from './reading.ts'
import { measureSample } from './sample.ts'
import { measureSearch } from './search.ts'
import { measureSimilar } from './similar.ts'
import { measureWide } from './wide.ts'
import { measureWriting } from './writing.ts'

const PAPER = join(import.meta.dirname, '../docs/performance.md')
const BEGIN = '<!-- table begins -->'
const END = '<!-- table ends -->'

type Measure = (bed: Bed) => Promise<Figure[]>

/** What is measured at both sizes, and what once. */
const ofBothSizes: Record<string, Measure> = {
  reading: measureReading,
  brief: measureBrief,
  search: measureSearch,
  live: measureLive,
}
const ofOneSize: Record<string, Measure> = {
  writing: measureWriting,
  'fan-out': measureFanOut,
  morning: measureMorning,
  sample: measureSample,
  lighthouse: measureLighthouse,
  archive: measureArchive,
}

/** Takes long, and a database of its own. */
const BIG_ARCHIVE = 'big-archive'
/** The same, in a network of 100,000 people. */
const WIDE = 'wide'
/** Among a million questions. */
const SIMILAR = 'similar'

const isQuick = process.argv.includes('--quick')
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const known = [...Object.keys(ofBothSizes), ...Object.keys(ofOneSize), BIG_ARCHIVE, WIDE, SIMILAR]
const strange = names.find((name) => !known.includes(name))
if (strange !== undefined) {
  console.error(`Nothing measures "${strange}". Give some of: ${known.join(', ')}.`)
  process.exit(1)
}

const effort = isQuick ? quickEffort : fullEffort
const large = isQuick ? quickLargeEffort : largeEffort
const figures = await measureAll(effort, { ...ofBothSizes, ...ofOneSize })
const byName = { [BIG_ARCHIVE]: measureBigArchive, [WIDE]: measureWide, [SIMILAR]: measureSimilar }
for (const [name, measure] of Object.entries(byName)) {
  if (!names.includes(name)) continue
  for (const figure of await measure({ isQuick })) {
    figures.push(figure)
    console.log(lineOf(figure))
  }
}
const figuresOfLarge = await measureAll(large, ofBothSizes)
const growth = growthOf(figures, figuresOfLarge)
for (const figure of growth) console.log(lineOf(figure))
const tables = [
  headOf(),
  ...sectionOf(titleOf(effort), figures),
  ...sectionOf(titleOf(large), figuresOfLarge),
  ...sectionOf('**The larger beside the smaller**: mean time of one answer of the product.', growth),
].join('\n\n')
console.log(`\n${tables}`)
if (process.argv.includes('--write')) await keep(tables)

async function measureAll(effort: typeof fullEffort, measures: Record<string, Measure>): Promise<Figure[]> {
  const wanted = Object.entries(measures).filter(([name]) => names.length === 0 || names.includes(name))
  if (wanted.length === 0) return []
  const found: Figure[] = []
  await withBed(effort, async (bed) => {
    for (const [, measure] of wanted) {
      for (const figure of await measure(bed)) {
        found.push(figure)
        console.log(lineOf(figure))
      }
    }
  })
  return found
}

function lineOf({ figure, workload, yardstick, product, ratio, wanted, isMet }: Figure): string {
  return `${figure} (${workload}): ${product} beside ${yardstick}, ${ratio} ${wanted} ${verdictOf(isMet)}`
}

function verdictOf(isMet: Figure['isMet']): string {
  if (isMet === undefined) return ''
  return isMet ? 'met' : '**missed**'
}

function headOf(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} at ${commit}, Node ${process.version}, PostgreSQL 18 (embedded),`,
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB; server, database and load on one machine.`,
  ].join('\n')
}

function titleOf({ size, rounds }: typeof fullEffort): string {
  const [people = '', spaces = '', threads = '', replies = ''] = Object.values(size).map((count) =>
    count.toLocaleString('en'),
  )
  return `**${replies} replies**: ${people} people, ${spaces} spaces, ${threads} threads. Medians of ${rounds}, yardstick and product in turn.`
}

/** Nothing is said of a size at which nothing was measured. */
function sectionOf(title: string, rows: readonly Figure[]): string[] {
  return rows.length === 0 ? [] : [title, tableOf(rows)]
}

function tableOf(rows: readonly Figure[]): string {
  return [
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
