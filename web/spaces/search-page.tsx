// Search over everything one may see: people first, then what was said.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Spoken } from '#ui/spoken'
import { Trouble } from '#ui/trouble'
import { FoundPeople, FoundWords } from './found.tsx'
import page from './page.module.css'
import styles from './search-page.module.css'

const SETTLED_MS = 200
const PEOPLE_SHOWN = 6

export function SearchPage({ query }: { query: string }) {
  const [typed, setTyped] = useState(query)
  const settled = useSettled(typed.trim(), SETTLED_MS)
  useAddress(query, settled, setTyped)
  const field = useRef<HTMLInputElement>(null)
  const startedEmpty = useRef(query === '')
  useEffect(() => {
    // Whoever comes with nothing to look for yet comes to type; with an address that asks already, to read.
    if (startedEmpty.current) field.current?.focus()
  }, [])
  return (
    <div className={page.page}>
      <PageTitle>Search</PageTitle>
      <search>
        <Field
          ref={field}
          label="People, words, subjects"
          type="search"
          value={typed}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </search>
      {settled === '' ? (
        <EmptyState sentence="Type a name or a few words. You find what you may see, and nothing else." />
      ) : (
        <Results query={settled} />
      )}
    </div>
  )
}

/** Keeps the address and what is typed the same: typing changes the address, going back changes what is typed. */
function useAddress(query: string, settled: string, setTyped: (typed: string) => void): void {
  const navigate = useNavigate()
  const written = useRef(query)
  useEffect(() => {
    if (settled === written.current) return
    written.current = settled
    navigate({ to: '/search', search: { q: settled }, replace: true })
  }, [settled, navigate])
  useEffect(() => {
    if (query === written.current) return
    written.current = query
    setTyped(query)
  }, [query, setTyped])
}

function Results({ query }: { query: string }) {
  const people = useQuery({
    queryKey: ['people', 'list-people', 'search', query],
    queryFn: () => call('people', 'listPeople', { search: query, limit: PEOPLE_SHOWN }),
    placeholderData: keepPreviousData,
  })
  const words = useQuery({
    queryKey: ['spaces', 'search', query],
    queryFn: () => call('spaces', 'search', { query, limit: 50 }),
    placeholderData: keepPreviousData,
  })
  const foundPeople = people.data?.items ?? []
  const found = words.data?.items
  return (
    <div className={styles.results} aria-busy={words.isFetching}>
      <p role="status" className={styles.told}>
        <Spoken>
          {found !== undefined && !words.isPlaceholderData && told(foundPeople.length, found.length)}
        </Spoken>
      </p>
      <FoundPeople people={foundPeople} />
      {found !== undefined && <FoundWords found={found} />}
      {found === undefined && words.error === null && <Skeleton lines={8} />}
      {found === undefined && words.error !== null && (
        <Trouble problem={words.error} onRetry={words.refetch} />
      )}
      {found?.length === 0 && foundPeople.length === 0 && !words.isPlaceholderData && (
        <EmptyState
          sentence={`Nothing you may see matches “${query}”. Try fewer words, or another spelling.`}
          action={<Link to="/spaces">Look through the spaces</Link>}
        />
      )}
    </div>
  )
}

const plurals = new Intl.PluralRules('en')

function told(people: number, words: number): string {
  const of = (count: number, one: string, other: string) =>
    `${count} ${plurals.select(count) === 'one' ? one : other}`
  return `${of(people, 'person', 'people')} and ${of(words, 'post or reply', 'posts and replies')} found.`
}
