// The reporting tree of any size: unfolded level by level, searched, walked from one person to another, and counted by
// unit and by site. The address says all that is seen.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { PersonId } from '#contract/ref'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { Groups } from './groups.tsx'
import { Marked } from './marked.tsx'
import { PersonPicker } from './person-picker.tsx'
import type { TreeAddress } from './tree-address.ts'
import { TreeList } from './tree-list.tsx'
import styles from './tree-page.module.css'
import { TreePicture } from './tree-picture.tsx'
import { useTree, useTreeActs } from './use-tree.ts'
import { WayBetween } from './way-between.tsx'
import { useWay } from './way-list.tsx'

const VIEWS = [
  { by: undefined, words: say('By manager') },
  { by: 'unit', words: say('By unit') },
  { by: 'location', words: say('By site') },
] as const

export function TreePage() {
  // The address is text; whether its ids lead anywhere is for the server to say.
  const address = useSearch({ strict: false }) as TreeAddress
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <PageTitle>{say('Who reports to whom')}</PageTitle>
        <Link to="/people">{say('Everybody by name')}</Link>
      </header>
      <nav className={styles.views} aria-label={say('Ways to see the network')}>
        {VIEWS.map(({ by, words }) => (
          <Link
            key={words}
            to="/people/tree"
            search={{ ...address, by, group: undefined, none: undefined }}
            // Without this, the view that says nothing would be the current one beside every other.
            activeOptions={{ exact: true, explicitUndefined: true }}
            {...(address.by === by ? { 'aria-current': 'true' as const } : {})}
          >
            {words}
          </Link>
        ))}
      </nav>
      {address.by === undefined ? (
        <Tree address={address} />
      ) : (
        <Groups address={{ ...address, by: address.by }} />
      )}
    </div>
  )
}

function Tree({ address }: { address: TreeAddress }) {
  const me = useMe().person.id
  const navigate = useNavigate()
  const tree = useTree(address)
  const acts = useTreeActs(address, tree)
  const way = useWay({ fromId: address.from, toId: address.to })
  const sought = useRef<PersonId>(undefined)
  const leadTo = (id: PersonId) => {
    sought.current = id
    acts.leadTo(id)
  }
  const { isSettled } = tree
  const look = { address, acts, isSettled, way: new Set<string>(way.data?.people.map(({ id }) => id)) }
  const showPicture = (picture: 'yes' | 'no') =>
    navigate({ to: '/people/tree', search: { ...address, picture }, resetScroll: false })
  return (
    <>
      <div className={styles.tools}>
        <PersonPicker label={say('Find a person')} onPick={({ id }) => leadTo(id)} />
        <div className={styles.acts}>
          <Button onClick={() => acts.backToLineOf(me)}>{say('My own line')}</Button>
          <Button onClick={acts.foldAll}>{say('Fold all')}</Button>
          <Button
            className={styles.hides}
            kind="quiet"
            onClick={() => showPicture('no')}
            data-picture={address.picture}
          >
            {say('Without the picture')}
          </Button>
          <Button
            className={styles.shows}
            kind="quiet"
            onClick={() => showPicture('yes')}
            data-picture={address.picture}
          >
            {say('With the picture')}
          </Button>
        </div>
      </div>
      {address.person !== undefined && (
        <Marked id={address.person} acts={acts} address={address} onLeadTo={leadTo} />
      )}
      <WayBetween address={address} acts={acts} />
      <Shown
        tree={tree}
        look={look}
        takesFocus={() => sought.current !== undefined && sought.current === address.person}
      />
    </>
  )
}

type ShownProps = {
  tree: ReturnType<typeof useTree>
  look: Omit<Parameters<typeof TreeList>[0], 'branches' | 'takesFocus'>
  takesFocus: () => boolean
}

function Shown({ tree: { tops, isPending, failed, branches, hasMoreTops }, look, takesFocus }: ShownProps) {
  if (isPending) return <Skeleton lines={12} />
  if (failed?.error) return <Trouble problem={failed.error} onRetry={failed.refetch} />
  if (tops.data?.items.length === 0 && branches.length === 0) {
    return (
      <EmptyState
        sentence={say(
          'Nobody reports to anybody yet. An administrator brings the chart with: npm run foyer -- import people people.csv',
        )}
      />
    )
  }
  return (
    <div className={styles.sides} data-picture={look.address.picture}>
      <div className={styles.list}>
        <TreeList branches={branches} takesFocus={takesFocus} {...look} />
        {hasMoreTops && (
          <p className={styles.note}>
            {say('Only the first fifty trees are listed; find a person to see theirs.')}
          </p>
        )}
      </div>
      <div className={styles.picture}>
        <TreePicture branches={branches} {...look} />
      </div>
    </div>
  )
}
