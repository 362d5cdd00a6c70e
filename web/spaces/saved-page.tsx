// What one saved, newest first: for oneself alone.
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { CardWords, Saved } from '#contract/said'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import page from '../ui/page.module.css'
import sheets from '../ui/sheets.module.css'
import styles from './saved-page.module.css'
import { useReturn } from './use-landing.ts'
import { useSave, useSavedList } from './use-saved.ts'

type SavedParts = {
  CardWords: ComponentType<{ words: CardWords }>
  /** What else one keeps for oneself, from another room. */
  Reflections: ComponentType
}

export function SavedPage({ parts }: { parts: SavedParts }) {
  return (
    <div className={page.page}>
      <header>
        <PageTitle>Saved</PageTitle>
        <p className={page.under}>
          What you kept for later. Nobody else can see it. <Link to="/scheduled">Your scheduled posts</Link>{' '}
          wait elsewhere.
        </p>
      </header>
      <SavedList CardWords={parts.CardWords} />
      <parts.Reflections />
    </div>
  )
}

function SavedList({ CardWords }: Pick<SavedParts, 'CardWords'>) {
  const list = useSavedList()
  useReturn({ isReady: list.data !== undefined })
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const items = list.data.pages.flatMap((each) => each.items)
  if (items.length === 0) return <NothingSaved />
  return (
    <>
      <ul className={sheets.list} aria-label="Saved words">
        {items.map((item) => (
          <li key={item.words.saidId} className={sheets.item}>
            <Item item={item} CardWords={CardWords} />
          </li>
        ))}
      </ul>
      <ShowMore of={list} words="Show earlier" />
    </>
  )
}

function NothingSaved() {
  return (
    <EmptyState
      sentence="Choose Save under anything that is said, or on a card of your brief, and it stands here."
      action={<Link to="/">Go home</Link>}
    />
  )
}

function Item({
  item: { words, note, savedAt },
  CardWords,
}: { item: Saved } & Pick<SavedParts, 'CardWords'>) {
  const save = useSave()
  return (
    <article aria-label={`Saved from ${words.author.name}`}>
      <p className={styles.when}>
        Saved <When at={savedAt} />
      </p>
      {note !== null && (
        <div className={styles.note}>
          <Words markdown={note} />
        </div>
      )}
      <CardWords words={words} />
      <div className={styles.foot}>
        <ThreadLink to={words}>Open the thread</ThreadLink>
        <Button
          kind="quiet"
          aria-label={`Remove what ${words.author.name} said`}
          onClick={() => save({ id: words.saidId, isSaved: true, note })}
        >
          Remove
        </Button>
      </div>
    </article>
  )
}
