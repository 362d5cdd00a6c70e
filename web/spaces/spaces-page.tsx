// The spaces one may know of, with one's own first and conversations folded apart.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { say, sayAs } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { CreateSpace } from './create-space.tsx'
import { SpaceRow } from './space-row.tsx'
import styles from './spaces-page.module.css'
import { useSpaceList, type Which } from './use-spaces.ts'

const SETTLED_MS = 200

export function SpacesPage() {
  const [search, setSearch] = useState('')
  const [isCreating, setIsCreating] = useState(false)
  const settled = useSettled(search.trim(), SETTLED_MS)
  const create = (
    <Button kind="go" onClick={() => setIsCreating(true)}>
      {say('Open a space')}
    </Button>
  )
  return (
    <div className={page.page}>
      <header className={page.top}>
        <PageTitle>{say('Spaces')}</PageTitle>
        <div className={page.row}>
          <Link to="/answers">{say('Answers')}</Link>
          <Link to="/topics">{say('Topics')}</Link>
          {create}
        </div>
      </header>
      <Field
        label={say('Find a space')}
        type="search"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <SpaceList which="all" search={settled} empty={<NoSpaces search={settled} />} />
      <Conversations search={settled} />
      <CreateSpace isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </div>
  )
}

function NoSpaces({ search }: { search: string }) {
  if (search !== '')
    return <EmptyState sentence={say('No space you may know of is called “{search}”.', { search })} />
  return (
    <EmptyState
      sentence={say(
        'A space is where people talk about one matter. Open the first one, and invite somebody.',
      )}
    />
  )
}

/** Conversations of a few, mostly out of an imported archive, would bury the spaces; they load when asked for. */
function Conversations({ search }: { search: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={styles.conversations} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('Conversations of a few people')}</summary>
      {isOpen && (
        <SpaceList
          which="conversations"
          search={search}
          empty={
            <EmptyState sentence={say('You are in no conversation that was brought in from elsewhere.')} />
          }
        />
      )}
    </details>
  )
}

function SpaceList({ which, search, empty }: { which: Which; search: string; empty: ReactNode }) {
  const list = useSpaceList(which, search)
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const spaces = list.data.pages.flatMap((each) => each.items)
  if (spaces.length === 0) return empty
  const yours = spaces.filter((space) => space.youAreMember)
  const others = spaces.filter((space) => !space.youAreMember)
  return (
    <>
      {yours.length > 0 && others.length > 0 ? (
        <>
          <Group title={sayAs('spaces', 'Yours')}>{yours.map(row)}</Group>
          <Group title={sayAs('spaces', 'Others')}>{others.map(row)}</Group>
        </>
      ) : (
        <ul className={styles.list}>{spaces.map(row)}</ul>
      )}
      <ShowMore of={list} />
    </>
  )
}

function row(space: Parameters<typeof SpaceRow>[0]['space']) {
  return <SpaceRow key={space.id} space={space} />
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  )
}
