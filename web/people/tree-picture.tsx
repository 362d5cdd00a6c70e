// The reporting tree drawn as boxes and lines, of the same branches as the list beside it. To assistive technology the
// list is the tree; the picture is a box that scrolls by finger, wheel and arrow keys, and comes nearer and goes away.
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, ChevronRight, Minus, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import type { Branch } from './tree-branches.ts'
import { everybodyIn, layOutTree, type Placed } from './tree-layout.ts'
import type { TreeLook } from './tree-list.tsx'
import styles from './tree-picture.module.css'
import { useZoom } from './use-zoom.ts'

const COLUMN_PX = 268
const ROW_PX = 68
const BOX_PX = { width: 232, height: 56 }

export function TreePicture({ branches, ...look }: TreeLook & { branches: readonly Branch[] }) {
  const frame = useRef<HTMLElement>(null)
  const { scale, nearer, away } = useZoom(frame)
  const { roots, rows, columns } = layOutTree(branches)
  const placed = everybodyIn(roots)
  const person = look.address.person ?? look.address.to
  const isMarkedShown = placed.some(({ branch }) => branch.node.id === person)
  useEffect(() => {
    const box = frame.current?.querySelector<HTMLElement>(`[data-person="${person}"]`)
    if (look.isSettled && isMarkedShown && frame.current !== null && box) moveInto(frame.current, box)
  }, [person, isMarkedShown, look.isSettled])
  const size = { width: columns * COLUMN_PX, height: rows * ROW_PX }
  return (
    <div className={styles.around}>
      {/* Its places are counted from the left, whichever way the screen is written. */}
      <section
        ref={frame}
        className={styles.frame}
        aria-label={say('The same people, drawn')}
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <div style={{ width: size.width * scale, height: size.height * scale }}>
          <div
            className={styles.picture}
            style={{ ...size, transform: `scale(${scale})` }}
            aria-hidden="true"
          >
            <svg className={styles.lines} width={size.width} height={size.height} aria-hidden="true">
              {placed.map((manager) => (
                <Lines key={manager.branch.node.id} manager={manager} way={look.way} />
              ))}
            </svg>
            {placed.map((each) => (
              <Box key={each.branch.node.id} placed={each} look={look} />
            ))}
          </div>
        </div>
      </section>
      <div className={styles.zoom}>
        <Button
          aria-label={say('Nearer')}
          icon={<Plus size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={nearer}
        />
        <Button
          aria-label={say('Further away')}
          icon={<Minus size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={away}
        />
      </div>
    </div>
  )
}

/** Moves the picture within its frame, and not the page, as little as brings a box well into sight. */
function moveInto(frame: HTMLElement, box: HTMLElement): void {
  const outer = frame.getBoundingClientRect()
  const inner = box.getBoundingClientRect()
  const isInside =
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  if (isInside) return
  frame.scrollBy({
    left: inner.left - outer.left + (inner.width - outer.width) / 2,
    top: inner.top - outer.top + (inner.height - outer.height) / 2,
  })
}

function placeOf({ column, row }: { column: number; row: number }) {
  return { left: column * COLUMN_PX, top: row * ROW_PX, ...BOX_PX }
}

function Box({ placed, look }: { placed: Placed; look: TreeLook }) {
  const navigate = useNavigate()
  const { node, isOpen, more } = placed.branch
  const Chevron = isOpen ? ChevronDown : ChevronRight
  const isMarked = look.address.person === node.id
  const classes = [styles.box, isMarked && styles.marked, look.way.has(node.id) && styles.onWay]
  const mark = () =>
    navigate({ to: '/people/tree', search: { ...look.address, person: node.id }, resetScroll: false })
  return (
    <>
      <div className={classes.filter(Boolean).join(' ')} style={placeOf(placed)} data-person={node.id}>
        <button type="button" tabIndex={-1} className={styles.person} onClick={mark}>
          <b>{node.name}</b>
          <small>{node.title ?? node.unit ?? ''}</small>
        </button>
        {node.reportCount > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            onClick={() => look.acts.toggle(node)}
          >
            {node.reportCount}
            <Chevron size={16} strokeWidth={1.75} />
          </button>
        )}
      </div>
      {placed.waiting.map((place) => (
        <div key={place.row} className={styles.waiting} style={placeOf(place)} />
      ))}
      {placed.fold && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          style={placeOf(placed.fold)}
          onClick={() => look.acts.showMore(node)}
        >
          {say('And {more} more', { more })}
        </button>
      )}
    </>
  )
}

/** The lines from one manager to the reports; those on the way come last, so that they lie on top. */
function Lines({ manager, way }: { manager: Placed; way: ReadonlySet<string> }) {
  const isOnWay = ({ branch }: Placed) => way.has(manager.branch.node.id) && way.has(branch.node.id)
  const toReports = manager.reports
    .toSorted((one, other) => Number(isOnWay(one)) - Number(isOnWay(other)))
    .map((report) => (
      <path
        key={report.branch.node.id}
        d={elbow(manager, report)}
        {...(isOnWay(report) && { className: styles.lineOnWay })}
      />
    ))
  return (
    <>
      {manager.fold && <path d={elbow(manager, manager.fold)} />}
      {toReports}
    </>
  )
}

/** A line from the right side of a manager to the left side of a report, with one bend each way. */
function elbow(from: { column: number; row: number }, to: { column: number; row: number }): string {
  const startX = from.column * COLUMN_PX + BOX_PX.width
  const startY = from.row * ROW_PX + BOX_PX.height / 2
  const endX = to.column * COLUMN_PX
  const endY = to.row * ROW_PX + BOX_PX.height / 2
  return `M${startX} ${startY}H${(startX + endX) / 2}V${endY}H${endX}`
}
