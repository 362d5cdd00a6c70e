// The reporting tree as a picture: boxes and lines, opened person by person. It is a tree to assistive technology too.
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { TreeNode } from '#contract/people'
import { layOutTree, type Placed } from './tree-layout.ts'
import styles from './tree-picture.module.css'

const COLUMN_PX = 268
const ROW_PX = 68
const BOX_PX = { width: 232, height: 56 }

type TreePictureProps = {
  nodes: readonly TreeNode[]
  open: ReadonlySet<string>
  onToggle: (node: TreeNode) => void
}

export function TreePicture({ nodes, open, onToggle }: TreePictureProps) {
  const { placed, rows, columns } = layOutTree(nodes, open)
  const size = { width: columns * COLUMN_PX, height: rows * ROW_PX }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className={styles.frame} aria-label="Reporting tree, scrolls sideways" tabIndex={0}>
      <div className={styles.picture} style={size}>
        <svg className={styles.lines} width={size.width} height={size.height} aria-hidden="true">
          {placed.map(({ node, from, column, row }) =>
            from === undefined ? null : <path key={node.id} d={elbow(from, { column, row })} />,
          )}
        </svg>
        <ul className={styles.boxes} aria-label="People">
          {placed.map((each) => (
            <Box key={each.node.id} placed={each} onToggle={onToggle} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function Box({ placed, onToggle }: { placed: Placed; onToggle: (node: TreeNode) => void }) {
  const { node, column, row, isOpen } = placed
  const place = { left: column * COLUMN_PX, top: row * ROW_PX, ...BOX_PX }
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <li className={styles.box} style={place}>
      <Link to="/people/$id" params={{ id: node.id }} className={styles.person}>
        <b>{node.name}</b>
        <small>{node.title ?? node.unit ?? ''}</small>
      </Link>
      {node.reportCount > 0 && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={`Reports of ${node.name}: ${node.reportCount}`}
          onClick={() => onToggle(node)}
        >
          {node.reportCount}
          <Chevron size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

type Place = { column: number; row: number }

/** A line from the right side of a manager to the left side of a report, with one bend each way. */
function elbow(from: Place, to: Place): string {
  const startX = from.column * COLUMN_PX + BOX_PX.width
  const startY = from.row * ROW_PX + BOX_PX.height / 2
  const endX = to.column * COLUMN_PX
  const endY = to.row * ROW_PX + BOX_PX.height / 2
  return `M${startX} ${startY}H${(startX + endX) / 2}V${endY}H${endX}`
}
