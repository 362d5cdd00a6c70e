// Month by month: how far one's reading was from the network, and how much of it was heard at all.
import { useState } from 'react'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { HeardBy, HeardMonth } from '#contract/voices'
import { Panel } from '#ui/panel'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import choices from '../ui/choices.module.css'
import table from './heard-table.module.css'
import styles from './heard-trend.module.css'
import { DIMENSIONS, hundredth, percent } from './heard-words.ts'
import { useHeardOverTime } from './use-heard.ts'

const months = new Intl.DateTimeFormat(LANGUAGE, { month: 'short', year: 'numeric', timeZone: 'UTC' })
const lists = new Intl.ListFormat(LANGUAGE, { type: 'unit' })
const shortMonths = new Intl.DateTimeFormat(LANGUAGE, { month: 'narrow', timeZone: 'UTC' })

export function HeardTrend() {
  const [by, setBy] = useState<HeardBy>('unit')
  const { data, error, refetch } = useHeardOverTime()
  return (
    <Panel title={say('Month by month')}>
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
      {data !== undefined && data.months.length < 2 && (
        <p>{say('From the second month on this shows how it changes.')}</p>
      )}
      {data !== undefined && data.months.length > 1 && (
        <>
          <fieldset className={choices.choices}>
            <legend>{say('By')}</legend>
            {(Object.keys(DIMENSIONS) as HeardBy[]).map((each) => (
              <label key={each} className={choices.choice}>
                <input type="radio" name="trend-by" checked={each === by} onChange={() => setBy(each)} />
                {DIMENSIONS[each]}
              </label>
            ))}
          </fieldset>
          <Lines months={data.months} by={by} />
        </>
      )}
    </Panel>
  )
}

type Point = { month: string; at: Date; readCount: number; rootJsd: number | null; coverage: number | null }

function Lines({ months: told, by }: { months: HeardMonth[]; by: HeardBy }) {
  const points = told.map(({ month, readCount, figures }): Point => {
    const of = figures.find((each) => each.by === by)
    const at = new Date(`${month}-01T00:00:00Z`)
    return { month, at, readCount, rootJsd: of?.rootJsd ?? null, coverage: of?.coverage ?? null }
  })
  return (
    <>
      <Line
        label={say('Away from the network')}
        points={points.map(({ at, rootJsd }) => ({ at, figure: rootJsd }))}
        format={hundredth}
      />
      <Line
        label={say('Heard at all')}
        points={points.map(({ at, coverage }) => ({ at, figure: coverage }))}
        format={percent}
      />
      <Table points={points} />
    </>
  )
}

type LineProps = {
  label: string
  points: { at: Date; figure: number | null }[]
  format: (figure: number) => string
}

const HEIGHT = 72
const TOP = 18
const FOOT = 18
const RADIUS = 3

/** Figures are 0 to 1. Its months stand at shares of the width, so that its words keep their size. */
function Line({ label, points, format }: LineProps) {
  const known = points.flatMap(({ at, figure }, place) =>
    figure === null ? [] : { at, figure, place, x: `${((place + 0.5) / points.length) * 100}%` },
  )
  const y = (figure: number) => TOP + (1 - figure) * (HEIGHT - TOP - FOOT)
  const spoken = known.map(({ at, figure }) =>
    say('{month}: {figure}', { month: months.format(at), figure: format(figure) }),
  )
  return (
    <figure className={styles.line}>
      <figcaption>{label}</figcaption>
      {known.length === 0 ? (
        <p className={styles.note}>{say('No month has enough readings yet.')}</p>
      ) : (
        <svg
          width="100%"
          height={HEIGHT}
          role="img"
          aria-label={say('{label}. {months}.', { label, months: lists.format(spoken) })}
        >
          <line className={styles.ground} x1="0" x2="100%" y1={y(0)} y2={y(0)} />
          {known.slice(1).map((point, index) => {
            const before = known[index]
            return (
              before?.place === point.place - 1 && (
                <line
                  key={point.x}
                  className={styles.stroke}
                  {...{ x1: before.x, x2: point.x, y1: y(before.figure), y2: y(point.figure) }}
                />
              )
            )
          })}
          {known.map(({ x, figure }, index) => (
            <g key={x}>
              <circle className={styles.dot} cx={x} cy={y(figure)} r={RADIUS} />
              {(index === 0 || index === known.length - 1) && (
                <text className={styles.figure} x={x} y={y(figure) - 8} textAnchor="middle">
                  {format(figure)}
                </text>
              )}
            </g>
          ))}
          {points.map(({ at }, place) => (
            <text
              key={at.toISOString()}
              className={styles.month}
              x={`${((place + 0.5) / points.length) * 100}%`}
              y={HEIGHT - 2}
              textAnchor="middle"
            >
              {shortMonths.format(at)}
            </text>
          ))}
        </svg>
      )}
    </figure>
  )
}

function Table({ points }: { points: Point[] }) {
  return (
    <details className={table.figures}>
      <summary>{say('As a table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Month')}</th>
            <th scope="col">{say('Read')}</th>
            <th scope="col">{say('Away from the network')}</th>
            <th scope="col">{say('Heard at all')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ month, at, readCount, rootJsd, coverage }) => (
            <tr key={month}>
              <th scope="row">{months.format(at)}</th>
              <td>{readCount}</td>
              <td>{rootJsd === null ? say('too few') : hundredth(rootJsd)}</td>
              <td>{coverage === null ? '–' : percent(coverage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
