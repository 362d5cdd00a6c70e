// The library of answers: what was asked and answered, on four shelves.
import { Link } from '@tanstack/react-router'
import { say, sayAs } from '#browser/say'
import { useMe } from '#browser/session'
import type { Shelf } from '#contract/library'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { DraftsWay } from './drafts-way.tsx'
import { ExportAnswers } from './export-answers.tsx'
import { NextHours } from './hours/hours-of.tsx'
import styles from './library.module.css'
import { type LibrarySearch, SHELVES } from './library-address.ts'
import { LibraryFilters } from './library-filters.tsx'
import { LibraryRow } from './library-row.tsx'
import { useLibrarySearch, useShelf } from './use-library.ts'

const NAMES: Record<Shelf, string> = {
  'most-reused': sayAs('answers', 'Used most'),
  latest: sayAs('answers', 'Latest'),
  unanswered: sayAs('questions', 'Unanswered'),
  stale: sayAs('answers', 'Out of date'),
}

export function LibraryPage() {
  const { search, change } = useLibrarySearch()
  const isGuest = useMe().roles.includes('guest')
  const shelf = search.shelf ?? 'most-reused'
  return (
    <div className={page.page}>
      <header className={page.top}>
        <div>
          <PageTitle>{say('Answers')}</PageTitle>
          <p className={page.under}>{say('Asked once, answered once, found by everybody who asks next.')}</p>
        </div>
        <div className={page.row}>
          <DraftsWay className={styles.way} />
          <Link to="/answers/hours" className={styles.way}>
            {say('Office hours')}
          </Link>
          {!isGuest && (
            <Link to="/answers/ledger" className={styles.way}>
              {say('What answers spared')}
            </Link>
          )}
        </div>
      </header>
      <NextHours />
      <nav className={styles.shelves} aria-label={say('Shelves')}>
        {SHELVES.map((each) => (
          <Link
            key={each}
            to="/answers"
            search={{ ...search, shelf: each }}
            replace
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': undefined }}
            {...(each === shelf && { 'aria-current': 'page' as const })}
          >
            {NAMES[each]}
          </Link>
        ))}
      </nav>
      <LibraryFilters search={search} onChange={change} />
      <ShelfList key={shelf} search={search} shelf={shelf} />
      {!isGuest && <ExportAnswers search={search} />}
    </div>
  )
}

function ShelfList({ search, shelf }: { search: LibrarySearch; shelf: Shelf }) {
  const list = useShelf(search)
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const items = list.data.pages.flatMap((each) => each.items)
  if (items.length === 0) return <Empty search={search} shelf={shelf} />
  return (
    <>
      <ul className={styles.list} aria-label={NAMES[shelf]}>
        {items.map((item) => (
          <LibraryRow key={item.postId} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <ShowMore of={list} />
        </div>
      )}
    </>
  )
}

const EMPTY: Record<Shelf, string> = {
  'most-reused': say(
    'No answer was used again yet. Ask something: when the next person begins to ask the same, they find the answer while they type.',
  ),
  latest: say('Nothing is answered yet. Ask something, and the answer stands here for everybody after you.'),
  unanswered: say('Nothing waits for an answer. Ask what you would like to know.'),
  stale: say('No answer is out of date: each is looked at again by its owner when its day comes.'),
}

function Empty({ search: { topic, space, by }, shelf }: { search: LibrarySearch; shelf: Shelf }) {
  if (topic !== undefined || space !== undefined || by !== undefined) {
    return (
      <EmptyState
        sentence={say('Nothing on this shelf fits what you chose.')}
        action={
          <Link to="/answers" search={{ shelf }}>
            {say('Show the whole shelf')}
          </Link>
        }
      />
    )
  }
  return <EmptyState sentence={EMPTY[shelf]} action={<Link to="/ask">{say('Ask a question')}</Link>} />
}
