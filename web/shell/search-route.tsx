// Where search meets its address.
import { useSearch } from '@tanstack/react-router'
import { SearchPage } from '../spaces/search-page.tsx'

export function SearchRoute() {
  const { q = '' } = useSearch({ strict: false })
  return <SearchPage query={q} />
}
