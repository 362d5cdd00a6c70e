// The reporting tree: where somebody stands in it, and the way from one person to another.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { sentenceOf } from '#browser/problem'
import type { PersonId } from '#contract/ref'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { PersonPicker } from './person-picker.tsx'
import { personQuery } from './person-query.ts'
import styles from './tree-page.module.css'
import { TreePicture } from './tree-picture.tsx'
import { useTree } from './use-tree.ts'
import { WayBetween } from './way-between.tsx'
import { useWay } from './way-list.tsx'

/** What the address says: who is looked for, to whom the way is asked, and which shape the tree has. */
type Asked = { person?: PersonId | undefined; to?: PersonId | undefined; as?: 'list' | undefined }

export function TreePage() {
  const asked = useAsked()
  const { person, to, as } = asked
  const navigate = useNavigate()
  const ask = (next: Asked) => navigate({ to: '/people/tree', search: next })
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <PageTitle>Who reports to whom</PageTitle>
        <Link to="/people">Everybody by name</Link>
      </header>
      <div className={styles.tools}>
        <PersonPicker label="Find a person" onPick={({ id }) => ask({ person: id, as })} />
        {person !== undefined && (
          <PersonPicker label="Show the way from there to" onPick={({ id }) => ask({ person, to: id, as })} />
        )}
        <Button kind="quiet" onClick={() => ask({ ...asked, as: as === 'list' ? undefined : 'list' })}>
          {as === 'list' ? 'As a picture' : 'As a list'}
        </Button>
      </div>
      {person !== undefined && <Found asked={{ ...asked, person }} onClear={() => ask({ as })} />}
      <Tree key={`${person} ${to}`} asked={asked} />
    </div>
  )
}

function useAsked(): Asked {
  const { person, to, as } = useSearch({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  return {
    person: person as PersonId | undefined,
    to: to as PersonId | undefined,
    as: as === 'list' ? as : undefined,
  }
}

/** Whom the picture marks, in words. */
function Found({ asked, onClear }: { asked: Asked & { person: PersonId }; onClear: () => void }) {
  const found = useQuery(personQuery(asked.person))
  if (found.isPending) return null
  if (found.isError) return <Trouble problem={found.error} onRetry={onClear} />
  const { name, manager, reportCount } = found.data
  const isInTree = manager !== null || reportCount > 0
  return (
    <div className={styles.found} role="status">
      <p>
        {isInTree ? (
          <>
            <b>{name}</b> is marked below.
          </>
        ) : (
          <>
            <b>{name}</b> stands in no reporting tree yet.
          </>
        )}{' '}
        <Button kind="quiet" onClick={onClear}>
          Clear
        </Button>
      </p>
      {asked.to !== undefined && <WayBetween from={found.data} toId={asked.to} />}
    </div>
  )
}

function Tree({ asked: { person, to, as } }: { asked: Asked }) {
  const toast = useToast()
  const way = useWay({ fromId: person, toId: to })
  const { start, lines, nodes, open, toggle } = useTree([person, to].filter((id) => id !== undefined))
  if (start.isPending || lines.isLoading) return <Skeleton lines={8} />
  if (start.isError) return <Trouble problem={start.error} onRetry={start.refetch} />
  if (nodes.length === 0) {
    return (
      <EmptyState sentence="Nobody reports to anybody yet. An administrator brings the chart with: npm run foyer -- import people people.csv" />
    )
  }
  return (
    <>
      <TreePicture
        nodes={nodes}
        open={open}
        shape={as ?? 'picture'}
        marked={person}
        way={new Set(way.data?.people.map(({ id }) => id as string))}
        onToggle={(node) => toggle(node).catch((error) => toast({ sentence: sentenceOf(error) }))}
      />
      <p className={styles.note}>
        {start.data.peopleTotal} people in this tree.
        {start.data.isCut && ' Only the first thousand are drawn; find a person to see where they stand.'}
      </p>
    </>
  )
}
