// The guests one looks after; for stewards and administrators, all of them.
import { useState } from 'react'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { useSettled } from '#browser/use-settled'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { GuestItem } from './guest-item.tsx'
import styles from './guests.module.css'
import type { GuestsParts } from './parts.ts'
import { useGuestList } from './use-guests.ts'

const SETTLED_MS = 150

export function GuestsPage({ parts }: { parts: GuestsParts }) {
  const { roles } = useMe()
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), SETTLED_MS)
  if (roles.includes('guest')) {
    return (
      <>
        <PageTitle>{say('Guests')}</PageTitle>
        <EmptyState sentence={say('Guests see only the spaces they were invited to.')} />
      </>
    )
  }
  const isComplete = roles.includes('steward') || roles.includes('administrator')
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Guests')}</PageTitle>
        <p className={page.under}>
          {isComplete
            ? say('Everybody from outside, by name. Private spaces that you are not in are not named here.')
            : say(
                'Those you answer for, and those in porous spaces you keep. You invite guests on the page of a porous space.',
              )}
        </p>
      </header>
      <Field
        label={say('Search')}
        hint={say('A name or an organisation.')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <List search={search} parts={parts} />
    </div>
  )
}

function List({ search, parts }: { search: string; parts: GuestsParts }) {
  const pages = useGuestList(search)
  if (pages.isPending) return <Skeleton lines={8} />
  if (pages.isError) return <Trouble problem={pages.error} onRetry={pages.refetch} />
  const guests = pages.data.pages.flatMap(({ items }) => items)
  if (guests.length === 0) {
    return (
      <EmptyState
        sentence={
          search === ''
            ? say('There are no guests here.')
            : say('No guest was found for “{search}”.', { search })
        }
      />
    )
  }
  return (
    <>
      <ul className={styles.list} aria-label={say('Guests')}>
        {guests.map((guest) => (
          <li key={guest.person.id}>
            <GuestItem guest={guest} parts={parts} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <ShowMore of={pages} />
        </div>
      )}
    </>
  )
}
