// The reporting tree as boxes and lines, opened person by person; or, of the same parts, as an indented list. To
// assistive technology it is a list of lists either way.
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { TreeNode } from '#contract/people'
import { everybodyIn, layOutTree, type Placed } from './tree-layout.ts'
import styles from './tree-picture.module.css'

const COLUMN_PX = 268
const ROW_PX = 68
const BOX_PX = { width: 232, height: 56 }

export type TreeShape = 'picture' | 'list'

/** How the tree is drawn, the same for everybody in it. */
type Look = {
  shape: TreeShape
  /** Who is asked for; the picture moves to them. */
  marked: string | undefined
  /** Who is on the way between two people. */
  way: ReadonlySet<string>
  onToggle: (node: TreeNode) => void
}

type TreePictureProps = Look & { nodes: readonly TreeNode[]; open: ReadonlySet<string> }

export function TreePicture({ nodes, open, ...look }: TreePictureProps) {
  const frame = useRef<HTMLElement>(null)
  const { roots, rows, columns } = layOutTree(nodes, open)
  const isMarkedShown = nodes.some(({ id }) => id === look.marked)
  useEffect(() => {
    if (!isMarkedShown || look.marked === undefined) return
    const box = frame.current?.querySelector<HTMLElement>(`[data-person="${look.marked}"]`)
    if (frame.current === null || !box) return
    if (look.shape === 'list') box.scrollIntoView({ block: 'center' })
    else moveInto(frame.current, box)
  }, [look.marked, look.shape, isMarkedShown])
  if (look.shape === 'list') {
    return (
      <section ref={frame} className={styles.list} aria-label="Reporting tree">
        <People people={roots} look={look} />
      </section>
    )
  }
  const size = { width: columns * COLUMN_PX, height: rows * ROW_PX }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section ref={frame} className={styles.frame} aria-label="Reporting tree, scrolls both ways" tabIndex={0}>
      <div className={styles.picture} style={size}>
        <svg className={styles.lines} width={size.width} height={size.height} aria-hidden="true">
          {everybodyIn(roots).map((manager) => (
            <Lines key={manager.node.id} manager={manager} way={look.way} />
          ))}
        </svg>
        <People people={roots} look={look} />
      </div>
    </section>
  )
}

/** Moves the picture within its frame, and not the page, until a box stands in the middle. */
function moveInto(frame: HTMLElement, box: HTMLElement): void {
  frame.scrollTo({
    left: box.offsetLeft + (box.offsetWidth - frame.clientWidth) / 2,
    top: box.offsetTop + (box.offsetHeight - frame.clientHeight) / 2,
  })
}

function People({ people, look }: { people: readonly Placed[]; look: Look }) {
  return (
    <ul className={styles.people}>
      {people.map((each) => (
        <li key={each.node.id}>
          <Box placed={each} look={look} />
          {each.reports.length > 0 && <People people={each.reports} look={look} />}
        </li>
      ))}
    </ul>
  )
}

function Box({ placed: { node, column, row, reports }, look }: { placed: Placed; look: Look }) {
  const place = { left: column * COLUMN_PX, top: row * ROW_PX, ...BOX_PX }
  const isOpen = reports.length > 0
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div
      className={
        look.way.has(node.id) || look.marked === node.id ? `${styles.box} ${styles.marked}` : styles.box
      }
      data-person={node.id}
      {...(look.shape === 'picture' && { style: place })}
    >
      <Link
        to="/people/$id"
        params={{ id: node.id }}
        className={styles.person}
        {...(look.marked === node.id && { 'aria-current': 'true' })}
      >
        <b>{node.name}</b>
        <small>{node.title ?? node.unit ?? ''}</small>
      </Link>
      {node.reportCount > 0 && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={`Reports of ${node.name}: ${node.reportCount}`}
          onClick={() => look.onToggle(node)}
        >
          {node.reportCount}
          <Chevron size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** The lines from one manager to the reports; those on the way come last, so that they lie on top. */
function Lines({ manager, way }: { manager: Placed; way: ReadonlySet<string> }) {
  const isOnWay = (report: Placed) => way.has(manager.node.id) && way.has(report.node.id)
  return manager.reports
    .toSorted((one, other) => Number(isOnWay(one)) - Number(isOnWay(other)))
    .map((report) => (
      <path
        key={report.node.id}
        d={elbow(manager, report)}
        {...(isOnWay(report) && { className: styles.onWay })}
      />
    ))
}

/** A line from the right side of a manager to the left side of a report, with one bend each way. */
function elbow(from: Placed, to: Placed): string {
  const startX = from.column * COLUMN_PX + BOX_PX.width
  const startY = from.row * ROW_PX + BOX_PX.height / 2
  const endX = to.column * COLUMN_PX
  const endY = to.row * ROW_PX + BOX_PX.height / 2
  return `M${startX} ${startY}H${(startX + endX) / 2}V${endY}H${endX}`
}
