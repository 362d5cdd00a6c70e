// What one saved, newest first: for oneself alone.
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { say, sayWith } from '#browser/say'
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
import { SaidLabel } from './question-label.tsx'
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
        <PageTitle>{say('Saved')}</PageTitle>
        <p className={page.under}>
          {sayWith(
            'What you kept for later. Nobody else can see it. <scheduled>Your scheduled posts</scheduled> wait elsewhere.',
            { scheduled: (words) => <Link to="/scheduled">{words}</Link> },
          )}
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
      <ul className={sheets.list} aria-label={say('Saved words')}>
        {items.map((item) => (
          <li key={item.words.saidId} className={sheets.item}>
            <Item item={item} CardWords={CardWords} />
          </li>
        ))}
      </ul>
      <ShowMore of={list} words={say('Show earlier')} />
    </>
  )
}

function NothingSaved() {
  return (
    <EmptyState
      sentence={say(
        'Choose Save under anything that is said, or on a card of your brief, and it stands here.',
      )}
      action={<Link to="/">{say('Go home')}</Link>}
    />
  )
}

function Item({
  item: { words, note, savedAt },
  CardWords,
}: { item: Saved } & Pick<SavedParts, 'CardWords'>) {
  const save = useSave()
  return (
    <article aria-label={say('Saved from {author}', { author: words.author.name })}>
      <p className={styles.when}>
        {sayWith('Saved {when}', { when: <When at={savedAt} /> })}
        <SaidLabel postId={words.postId} replyId={words.replyId} />
      </p>
      {note !== null && (
        <div className={styles.note}>
          <Words markdown={note} />
        </div>
      )}
      <CardWords words={words} />
      <div className={styles.foot}>
        <ThreadLink to={words}>{say('Open the thread')}</ThreadLink>
        <Button
          kind="quiet"
          aria-label={say('Remove what {author} said', { author: words.author.name })}
          onClick={() => save({ id: words.saidId, isSaved: true, note })}
        >
          {say('Remove')}
        </Button>
      </div>
    </article>
  )
}
