// What one read beside what the network is made of: a bar and a tick for each cell, and the table one press away.
import { say } from '#browser/say'
import type { HeardCell } from '#contract/voices'
import styles from './heard-picture.module.css'
import table from './heard-table.module.css'
import { percent, spokenCell, tenth } from './heard-words.ts'

/** More bars than these are no picture; the table has the rest. */
const BARS_MAX = 12

export function HeardPicture({ cells, title }: { cells: HeardCell[]; title: string }) {
  const bars = cells.slice(0, BARS_MAX)
  // The longest bar fills the picture, so that small shares can be told apart.
  const most = Math.max(0.01, ...bars.flatMap(({ readShare, networkShare }) => [readShare, networkShare]))
  return (
    <>
      <div className={styles.bars} role="img" aria-label={bars.map(spokenCell).join(' ')}>
        {bars.map((cell) => (
          <Bar key={cell.key} cell={cell} most={most} />
        ))}
      </div>
      <Table cells={cells} title={title} />
    </>
  )
}

const BAR_HEIGHT = 10

function Bar({ cell: { name, readShare, networkShare, ratio }, most }: { cell: HeardCell; most: number }) {
  const width = (share: number) => `${(share / most) * 100}%`
  return (
    <div className={styles.cell}>
      <span className={styles.name}>{name}</span>
      <span className={styles.share}>
        {percent(readShare)}
        {ratio !== null && (
          <span className={styles.network}>{say('network {share}', { share: percent(networkShare) })}</span>
        )}
      </span>
      <svg className={styles.bar} height={BAR_HEIGHT} width="100%" aria-hidden="true">
        <rect className={styles.ground} width="100%" height={BAR_HEIGHT} rx={3} />
        <rect className={styles.read} width={width(readShare)} height={BAR_HEIGHT} rx={3} />
        <line
          className={styles.tick}
          {...{ x1: width(networkShare), x2: width(networkShare), y1: 0, y2: BAR_HEIGHT }}
        />
      </svg>
    </div>
  )
}

/** Once beside pictures, however many there are. */
export function PictureLegend() {
  return (
    <p className={styles.note}>
      {say('Each bar is a share of what you read. The line marks the share of the network.')}
    </p>
  )
}

function Table({ cells, title }: { cells: HeardCell[]; title: string }) {
  return (
    <details className={table.figures}>
      <summary>{say('As a table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{say('Read')}</th>
            <th scope="col">{say('Share')}</th>
            <th scope="col">{say('Network')}</th>
            <th scope="col">{say('Heard')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ key, name, readCount, readShare, networkShare, ratio }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{readCount}</td>
              <td>{percent(readShare)}</td>
              <td>{percent(networkShare)}</td>
              <td>{ratio === null ? '–' : say('{times}×', { times: tenth(ratio) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
