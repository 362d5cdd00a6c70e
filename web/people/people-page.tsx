// The directory.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './people-page.module.css'
import { PersonRow } from './person-row.tsx'

const SETTLED_MS = 150

export function PeoplePage() {
  const { search: asked = '' } = useSearch({ strict: false })
  const [typed, setTyped] = useState(asked)
  const search = useSettled(typed.trim(), SETTLED_MS)
  const navigate = useNavigate()
  useEffect(() => {
    // The address says what was looked for, so that one comes back to it.
    if (search !== asked) navigate({ to: '/people', search: { search: search || undefined }, replace: true })
  }, [search, asked, navigate])
  return (
    <div className={page.page}>
      <header className={styles.top}>
        <PageTitle>People</PageTitle>
        <Link to="/people/tree">See who reports to whom</Link>
      </header>
      <Field
        label="Search"
        hint="A name, a title, a unit or a site. The beginnings of words are enough."
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Directory search={search} />
    </div>
  )
}

function Directory({ search }: { search: string }) {
  const pages = useInfiniteQuery({
    queryKey: ['people', 'list-people', { search }],
    queryFn: ({ pageParam }) =>
      call('people', 'listPeople', {
        ...(search !== '' && { search }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
  })
  if (pages.isPending) return <Skeleton lines={6} />
  if (pages.isError) return <Trouble problem={pages.error} onRetry={pages.refetch} />
  const people = pages.data.pages.flatMap((each) => each.items)
  if (people.length === 0) {
    return (
      <EmptyState sentence={search === '' ? 'Nobody is here yet.' : `Nobody was found for “${search}”.`} />
    )
  }
  return (
    <>
      <ul className={styles.list} aria-label="People">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button disabled={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? 'Loading …' : 'Show more'}
          </Button>
        </div>
      )}
    </>
  )
}
