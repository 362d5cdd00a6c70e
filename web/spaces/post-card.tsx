// A post in a list: who, where, the opening of the words, and what came of it.
import { Link } from '@tanstack/react-router'
import { Bookmark, CircleHelp, Pin } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { say, sayAs, sayWith } from '#browser/say'
import type { PostCard as Post } from '#contract/said'
import { Avatar } from '#ui/avatar'
import { NewMark } from '#ui/fresh-mark'
import { Menu } from '#ui/menu'
import { PersonName } from '#ui/person-name'
import { Spoken } from '#ui/spoken'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { useCopyLink } from './copy-link.ts'
import { FileGlimpse } from './file-glimpse.tsx'
import { withoutPictures } from './file-words.ts'
import { hiddenTrace } from './hide-reasons.ts'
import { PollGlimpse } from './poll-glimpse.tsx'
import styles from './post-card.module.css'
import { nameOf, newWords, repliesOf } from './post-words.ts'
import { SpaceLink } from './space-link.tsx'
import { TopicLink } from './topic-link.tsx'
import { useSave } from './use-saved.ts'

/** How a question stands may come late, or not at all: the card stands without it. */
const QuestionLabel = lazy(() =>
  import('./question-label.tsx').then(
    (module) => ({ default: module.QuestionLabel }),
    () => ({ default: () => null }),
  ),
)

type PostCardProps = {
  post: Post
  /** Leaves out the space where the page is that space. */
  place: 'shown' | 'known'
  /** Tells two cards of one post apart, where it stands in two lists of a page. */
  idPrefix?: string
}

export function PostCard({ post, place, idPrefix = 'post' }: PostCardProps) {
  const id = `${idPrefix}-${post.id}`
  return (
    <article className={styles.card} aria-labelledby={id}>
      <header className={styles.who}>
        <Avatar person={post.author} />
        <div className={styles.whose}>
          <PersonName person={post.author} />
          <span className={styles.where}>
            <Place post={post} place={place} />
            <Marks post={post} />
            {post.followedTopic !== null &&
              sayWith(', as you follow {topic}', { topic: <TopicLink topic={post.followedTopic} /> })}
          </span>
        </div>
        {!post.isDeleted && (
          <div className={styles.deeds}>
            <Deeds post={post} />
          </div>
        )}
      </header>
      {post.isDeleted ? <p className={styles.trace}>{traceOf(post)}</p> : <Opening post={post} />}
      <Foot post={post} id={id} />
    </article>
  )
}

function Place({ post, place }: Pick<PostCardProps, 'post' | 'place'>) {
  const when = <When at={post.at} />
  if (place === 'known') return when
  return sayWith('{when} in {space}', { when, space: <SpaceLink space={post.space} /> })
}

function traceOf({ hidden }: Post): string {
  return hidden === null ? say('This post was deleted.') : hiddenTrace(hidden)
}

/** What was done with the post: pinned by a keeper, saved by the reader. */
function Marks({ post }: { post: Post }) {
  return (
    <>
      {post.isPinned && (
        <Pin
          className={styles.mark}
          strokeWidth={1.75}
          role="img"
          aria-label={sayAs('on top of the space', 'Pinned')}
        />
      )}
      {post.isSaved && (
        <Bookmark className={styles.mark} strokeWidth={1.75} role="img" aria-label={say('Saved')} />
      )}
    </>
  )
}

function Deeds({ post }: { post: Post }) {
  const save = useSave()
  const copyLink = useCopyLink()
  return (
    <Menu
      label={say('More for the post of {author}', { author: post.author.name })}
      items={[
        {
          label: post.isSaved ? say('Remove from saved') : sayAs('to read it later', 'Save'),
          act: () => save(post),
        },
        { label: say('Copy link'), act: () => copyLink({ id: post.id }) },
      ]}
    />
  )
}

function Opening({ post }: { post: Post }) {
  const opening = withoutPictures(post.opening)
  return (
    <>
      {post.kind === 'question' && (
        <p className={styles.kind}>
          <CircleHelp aria-hidden strokeWidth={1.75} />
          {sayAs('a kind of post', 'Question')}
          <Suspense>
            <QuestionLabel postId={post.id} />
          </Suspense>
        </p>
      )}
      {post.title && <h2 className={styles.title}>{post.title}</h2>}
      <Words markdown={post.isCut ? `${opening} …` : opening} />
      <FileGlimpse files={post.files} opening={opening} />
    </>
  )
}

/** The link over the whole card leads to its thread; other links stand above it. */
function Foot({ post, id }: { post: Post; id: string }) {
  const news = newWords(post)
  const reacted = post.reactions.reduce((sum, { count }) => sum + count, 0)
  return (
    <footer className={styles.foot}>
      <Link
        id={id}
        data-step-target
        to="/threads/$postId"
        params={{ postId: post.id }}
        className={styles.thread}
      >
        {repliesOf(post.replyCount)}
        <Spoken>{`${news === undefined ? '' : `, ${news}`}: ${nameOf(post)}`}</Spoken>
      </Link>
      {news !== undefined && (
        <span aria-hidden="true">
          <NewMark words={news} />
        </span>
      )}
      {post.poll && <PollGlimpse poll={post.poll} />}
      {reacted > 0 && (
        <span>{say('{count, plural, one {# reaction} other {# reactions}}', { count: reacted })}</span>
      )}
      {post.lastAuthor && post.replyCount > 0 && (
        <span>
          {sayWith('{author} replied {when}', {
            author: post.lastAuthor.name,
            when: <When at={post.lastAt} />,
          })}
        </span>
      )}
    </footer>
  )
}
