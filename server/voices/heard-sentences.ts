// Who was heard, in words: the conclusion first, for each dimension and for all together. Pure.

import type { Language } from '#contract/language'
import type { HeardBy, HeardPeriod } from '#contract/voices'
import { type Sentence, say, sentence } from '#platform/say'
import { type HeardFigures, READINGS_MIN } from './heard.ts'

/** So many who were not heard at all are named of one dimension. */
const SILENT_NAMED_MAX = 3
/** So many units are named beside one site where all is said at once. */
const SILENT_UNITS_NAMED_MAX = 2

export type Heard = {
  period: HeardPeriod
  readTotal: number
  voiceTotal: number
  figures: readonly HeardFigures[]
}

/** How many readings are missing until a pattern shows; 0 once it does. */
export function readsMissing(readTotal: number): number {
  return Math.max(0, READINGS_MIN - readTotal)
}

/** The conclusion of all in one or two sentences. */
export function heardSentence(language: Language, heard: Heard): string {
  const { period, readTotal, voiceTotal, figures } = heard
  if (readTotal === 0) return say(language, nothingRead(period))
  const missing = readsMissing(readTotal)
  if (missing > 0) return say(language, fewRead({ period, voiceTotal, missing }))
  const of = (by: HeardBy) => figures.find((each) => each.by === by)
  const main = [of('unit'), of('site'), of('level')].find(isTelling)
  const silent = [
    ...silentIn(of('unit'), language).slice(0, SILENT_UNITS_NAMED_MAX),
    ...silentIn(of('site'), language).slice(0, 1),
  ]
  const first =
    main === undefined
      ? sentence(
          'You heard {voiceTotal, plural, one {one voice} other {# voices}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
          { voiceTotal, period },
        )
      : coverageSentence(main, { period, silent: inWords(language, silent) })
  const far = of('distance')?.cells.find(({ key }) => key === 'three-or-more')
  const said = [say(language, first)]
  if (far !== undefined && far.networkShare > 0) {
    said.push(
      say(
        language,
        sentence(
          '{read} of what you read came from three or more steps away, where {network} of the network is.',
          { read: percent(language, far.readShare), network: percent(language, far.networkShare) },
        ),
      ),
    )
  }
  return said.join(' ')
}

/** The conclusion of one dimension. */
export function dimensionSentence(language: Language, figures: HeardFigures, period: HeardPeriod): string {
  if (figures.cells.length === 0) return say(language, UNKNOWN_ALL[figures.by])
  const silent = silentIn(figures, language).slice(0, SILENT_NAMED_MAX)
  return say(language, coverageSentence(figures, { period, silent: inWords(language, silent) }))
}

/** What a cell is called. */
export function cellName(language: Language, by: HeardBy, key: string): string {
  if (by === 'distance') return say(language, DISTANCES[key] ?? { message: key })
  if (by === 'language') return new Intl.DisplayNames([language], { type: 'language' }).of(key) ?? key
  if (by !== 'level') return key
  return say(
    language,
    sentence('{steps, plural, =0 {The top} one {# step below the top} other {# steps below the top}}', {
      steps: Number(key),
    }),
  )
}

const DISTANCES: Readonly<Record<string, Sentence>> = {
  'your-reports': sentence('Your reports'),
  'two-steps': sentence('Two steps'),
  'three-or-more': sentence('Three or more'),
  elsewhere: sentence('Elsewhere'),
}

const UNKNOWN_ALL: Readonly<Record<HeardBy, Sentence>> = {
  distance: sentence('Nobody stands in the reporting tree yet, so nothing can be said of distance.'),
  unit: sentence('Nobody names their unit here yet, so nothing can be said of units.'),
  site: sentence('Nobody names their site here yet, so nothing can be said of sites.'),
  level: sentence('Nobody stands in the reporting tree yet, so nothing can be said of levels.'),
  language: sentence('Nobody can tell in which languages people write here yet.'),
}

function nothingRead(period: HeardPeriod): Sentence {
  return sentence(
    'You have not read anything here {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
    { period },
  )
}

function fewRead(few: { period: HeardPeriod; voiceTotal: number; missing: number }): Sentence {
  return sentence(
    'You heard {voiceTotal, plural, one {one voice} other {# voices}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}. Read {missing, plural, one {# more thing} other {# more things}}, and a pattern shows.',
    few,
  )
}

type Said = { period: HeardPeriod; silent: string }

function coverageSentence({ by, heardTotal, cells }: HeardFigures, { period, silent }: Said): Sentence {
  const counts = { heard: heardTotal, total: cells.length, period, silent }
  return silent === '' ? HEARD[by](counts) : HEARD_BUT[by](counts)
}

type Counts = { heard: number; total: number; period: HeardPeriod; silent: string }
type Told = Readonly<Record<HeardBy, (counts: Counts) => Sentence>>

const HEARD: Told = {
  distance: (counts) =>
    sentence(
      'You heard people at {heard} of {total} distances {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
      counts,
    ),
  unit: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# unit} other {# units}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
      counts,
    ),
  site: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# site} other {# sites}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
      counts,
    ),
  level: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# level} other {# levels}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
      counts,
    ),
  language: (counts) =>
    sentence(
      'You read {heard} of {total, plural, one {# language} other {# languages}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}.',
      counts,
    ),
}

const HEARD_BUT: Told = {
  distance: (counts) =>
    sentence(
      'You heard people at {heard} of {total} distances {period, select, month {in 28 days} quarter {this quarter} other {this year}}; not at all: {silent}.',
      counts,
    ),
  unit: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# unit} other {# units}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}; {silent} not at all.',
      counts,
    ),
  site: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# site} other {# sites}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}; {silent} not at all.',
      counts,
    ),
  level: (counts) =>
    sentence(
      'You heard {heard} of {total, plural, one {# level} other {# levels}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}; not at all: {silent}.',
      counts,
    ),
  language: (counts) =>
    sentence(
      'You read {heard} of {total, plural, one {# language} other {# languages}} {period, select, month {in 28 days} quarter {this quarter} other {this year}}; {silent} not at all.',
      counts,
    ),
}

function isTelling(figures: HeardFigures | undefined): figures is HeardFigures {
  return figures !== undefined && figures.cells.length > 1
}

/** Those of the network who were not heard at all, the largest first. */
function silentIn(figures: HeardFigures | undefined, language: Language): string[] {
  if (figures === undefined) return []
  const { by, cells } = figures
  return cells
    .filter(({ readCount, networkCount }) => readCount === 0 && networkCount > 0)
    .toSorted((one, other) => other.networkCount - one.networkCount)
    .map(({ key }) => cellName(language, by, key))
}

function inWords(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language).format(names)
}

function percent(language: Language, share: number): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
