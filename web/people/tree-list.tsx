// The reporting tree as a list of lists. It is no `role="tree"`: within a tree, screen readers on phones neither tell the
// level nor offer to unfold, and a row could hold no link beside its button. Lists within lists with buttons that say
// whether they are expanded are read the same everywhere. Arrow keys, Home, End and letters are there besides.
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { say } from '#browser/say'
import type { PersonId } from '#contract/ref'
import { standingOf } from './standing-of.ts'
import type { TreeAddress } from './tree-address.ts'
import type { Branch } from './tree-branches.ts'
import { moveByKey } from './tree-keys.ts'
import styles from './tree-list.module.css'
import type { TreeActs } from './use-tree.ts'

export type TreeLook = {
  address: TreeAddress
  acts: TreeActs
  /** Who is on the way between two people. */
  way: ReadonlySet<string>
  /** Whether all that is asked for is there: whoever is marked stays where they stand from then on. */
  isSettled: boolean
}

type TreeListProps = TreeLook & {
  branches: readonly Branch[]
  /** Whether whoever is marked takes the focus: when they were just looked for. */
  takesFocus: () => boolean
}

export function TreeList({ branches, takesFocus, ...look }: TreeListProps) {
  const frame = useRef<HTMLDivElement>(null)
  // A way without anybody marked shows where it leads.
  const person = look.address.person ?? look.address.to
  const { isSettled } = look
  const led = useRef<PersonId>(undefined)
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>(`[data-row="${person}"]`)
    if (person === undefined || !row || !isSettled || led.current === person) return
    led.current = person
    row.scrollIntoView({ block: 'nearest' })
    if (takesFocus()) row.focus()
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shortcut between the links within.
    <div ref={frame} className={styles.list} onKeyDown={(event) => onKey(event, look)}>
      <People branches={branches} look={look} name={say('Reporting tree')} />
    </div>
  )
}

function onKey(event: KeyboardEvent<HTMLElement>, { acts }: TreeLook): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
  if (row === null || event.ctrlKey || event.metaKey || event.altKey) return
  const button = row.parentElement?.querySelector<HTMLButtonElement>('[aria-expanded]')
  const isExpanded = button?.getAttribute('aria-expanded')
  if (
    (event.key === 'ArrowRight' && isExpanded === 'false') ||
    (event.key === 'ArrowLeft' && isExpanded === 'true')
  ) {
    event.preventDefault()
    button?.click()
    return
  }
  if (moveByKey(event.currentTarget, { row, key: event.key })) event.preventDefault()
  else if (event.key === '*') acts.unfoldAllBelow(row.dataset.row as PersonId)
}

type PeopleProps = { branches: readonly Branch[]; look: TreeLook; name: string; manager?: Branch }

function People({ branches, look, name, manager }: PeopleProps) {
  return (
    <ul aria-label={name}>
      {branches.map((branch) => (
        <li key={branch.node.id}>
          <Row branch={branch} look={look} />
          {branch.isOpen && (
            <People
              branches={branch.branches}
              look={look}
              name={say('Reports of {name}', { name: branch.node.name })}
              manager={branch}
            />
          )}
        </li>
      ))}
      {Array.from({ length: manager?.waiting ?? 0 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places are all alike and never move.
        <li key={place} aria-hidden="true" className={styles.waiting} />
      ))}
      {manager !== undefined && manager.more > 0 && (
        <li>
          <button type="button" className={styles.more} onClick={() => look.acts.showMore(manager.node)}>
            {say('And {more} more', { more: manager.more })}
          </button>
        </li>
      )}
    </ul>
  )
}

function Row({ branch: { node, isOpen }, look }: { branch: Branch; look: TreeLook }) {
  const isMarked = look.address.person === node.id
  const Chevron = isOpen ? ChevronDown : ChevronRight
  const classes = [styles.row, isMarked && styles.marked, look.way.has(node.id) && styles.onWay]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {node.reportCount > 0 ? (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={say('Reports of {name}: {count}', {
            name: node.name,
            count: node.reportCount,
          })}
          onClick={() => look.acts.toggle(node)}
        >
          <Chevron size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      ) : (
        <span className={styles.toggle} aria-hidden="true" />
      )}
      <Link
        to="/people/tree"
        search={{ ...look.address, person: node.id }}
        resetScroll={false}
        className={styles.person}
        data-row={node.id}
        {...(isMarked && { 'aria-current': 'true' })}
      >
        <b>{node.name}</b>
        <small>{standingOf(node)}</small>
      </Link>
      {node.reportCount > 0 && (
        <span className={styles.count} aria-hidden="true">
          {node.reportCount}
        </span>
      )}
    </div>
  )
}
