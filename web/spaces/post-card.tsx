// A post in a list: who, where, the opening of the words, and what came of it.
import { Link } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import type { PostCard as Post } from '#contract/said'
import { Avatar } from '#ui/avatar'
import { PersonName } from '#ui/person-name'
import { Spoken } from '#ui/spoken'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import styles from './post-card.module.css'
import { SpaceLink } from './space-link.tsx'

const plurals = new Intl.PluralRules('en')

/** `place` leaves out the space where the page is that space. */
export function PostCard({ post, place }: { post: Post; place: 'shown' | 'known' }) {
  return (
    <article className={styles.card} aria-labelledby={`post-${post.id}`}>
      <header className={styles.who}>
        <Avatar person={post.author} />
        <div>
          <PersonName person={post.author} />
          <span className={styles.where}>
            <When at={post.at} />
            {place === 'shown' && (
              <>
                {' in '}
                <SpaceLink space={post.space} />
              </>
            )}
          </span>
        </div>
      </header>
      {post.isDeleted ? <p className={styles.trace}>This post was deleted.</p> : <Opening post={post} />}
      <Foot post={post} />
    </article>
  )
}

function Opening({ post }: { post: Post }) {
  return (
    <>
      {post.kind === 'question' && (
        <p className={styles.kind}>
          <CircleHelp aria-hidden strokeWidth={1.75} />
          Question
        </p>
      )}
      {post.title && <h2 className={styles.title}>{post.title}</h2>}
      <Words markdown={post.isCut ? `${post.opening} …` : post.opening} />
    </>
  )
}

/** The link over the whole card leads to its thread; other links stand above it. */
function Foot({ post }: { post: Post }) {
  const reacted = post.reactions.reduce((sum, { count }) => sum + count, 0)
  return (
    <footer className={styles.foot}>
      <Link
        id={`post-${post.id}`}
        to="/threads/$postId"
        params={{ postId: post.id }}
        className={styles.thread}
      >
        {repliesOf(post.replyCount)}
        <Spoken>{`: ${nameOf(post)}`}</Spoken>
      </Link>
      {reacted > 0 && <span>{counted(reacted, 'reaction')}</span>}
      {post.lastAuthor && post.replyCount > 0 && (
        <span>
          {post.lastAuthor.name} replied <When at={post.lastAt} />
        </span>
      )}
    </footer>
  )
}

const NAME_CHARACTERS_MAX = 80

/** What a thread is called where it has no title: its opening words, or whose it was. */
function nameOf(post: Post): string {
  if (post.isDeleted) return `a deleted post of ${post.author.name}`
  return post.title ?? post.opening.slice(0, NAME_CHARACTERS_MAX)
}

function repliesOf(count: number): string {
  if (count === 0) return 'No reply yet'
  return count === 1 ? '1 reply' : `${new Intl.NumberFormat('en').format(count)} replies`
}

function counted(count: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(count)} ${noun}${plurals.select(count) === 'one' ? '' : 's'}`
}
