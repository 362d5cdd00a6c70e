// Full results for what was asked: its operators as chips, the finds page after page, and the same field above them.
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { say } from '#browser/say'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import page from '../ui/page.module.css'
import { FoundList } from './found-list.tsx'
import { withOperator, written } from './operators.ts'
import { keepSearch } from './recent-searches.ts'
import { SearchField } from './search-field.tsx'
import { SearchFilters } from './search-filters.tsx'

export function SearchPage({ query }: { query: string }) {
  const [typed, setTyped] = useState(query)
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const startedEmpty = useRef(query === '')
  useEffect(() => {
    // Whoever comes with nothing to look for yet comes to type; with an address that asks already, to read.
    if (startedEmpty.current) field.current?.focus()
  }, [])
  // Going back changes what is typed.
  useEffect(() => setTyped(query), [query])
  const search = (asked: string) => {
    keepSearch(asked)
    setTyped(asked)
    field.current?.blur()
    void navigate({ to: '/search', search: asked === '' ? {} : { q: asked } })
  }
  const begin = (name: 'from' | 'in') => {
    setTyped(`${withOperator(typed, name, '')} ${written(name, '')}`.trimStart())
    field.current?.focus()
  }
  return (
    <div className={page.page}>
      <PageTitle>{say('Search')}</PageTitle>
      <SearchField
        typed={typed}
        onType={setTyped}
        onSearch={search}
        onGone={() => keepSearch(typed)}
        offers={typed !== query || query === ''}
        field={field}
      />
      {query !== '' && typed === query && (
        <>
          <SearchFilters query={query} onSearch={search} onBegin={begin} />
          <FoundList query={query} />
        </>
      )}
      {query === '' && typed === '' && (
        <EmptyState
          sentence={say('You find what you may see, and nothing else.')}
          action={<Link to="/spaces">{say('Look through the spaces')}</Link>}
        />
      )}
    </div>
  )
}
