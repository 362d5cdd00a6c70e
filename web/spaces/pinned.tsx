// What keepers put on top of a space. More than two would push everything else away, so they fold to a line each.
import { Link } from '@tanstack/react-router'
import { Pin } from 'lucide-react'
import { sayAs } from '#browser/say'
import type { PostCard as Post } from '#contract/said'
import { NewMark } from '#ui/fresh-mark'
import styles from './pinned.module.css'
import { PostCard } from './post-card.tsx'
import { nameOf, newWords } from './post-words.ts'

const SHOWN_WHOLE_MAX = 2

/** Nothing at all while nothing is pinned. */
export function Pinned({ posts }: { posts: Post[] }) {
  if (posts.length === 0) return null
  const isFolded = posts.length > SHOWN_WHOLE_MAX
  return (
    <section aria-labelledby="pinned" className={styles.pinned}>
      <h2 id="pinned" className={styles.title}>
        <Pin aria-hidden strokeWidth={1.75} />
        {sayAs('on top of the space', 'Pinned')}
      </h2>
      <ul className={isFolded ? styles.lines : styles.cards}>
        {posts.map((post) => (
          <li key={post.id}>
            {isFolded ? <Line post={post} /> : <PostCard post={post} place="known" idPrefix="pinned" />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ post }: { post: Post }) {
  const words = newWords(post)
  return (
    <Link to="/threads/$postId" params={{ postId: post.id }} className={styles.line}>
      <span className={styles.name}>{nameOf(post)}</span>
      <span className={styles.author}>{post.author.name}</span>
      {words !== undefined && <NewMark words={words} />}
    </Link>
  )
}
