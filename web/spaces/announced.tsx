// What was announced and not seen yet, on top of home or of a space.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Megaphone } from 'lucide-react'
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import type { PostCard as Post } from '#contract/said'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import styles from './announced.module.css'
import { PostCard } from './post-card.tsx'

/** Nothing at all while nothing is announced; `spaceId` is missing at home. */
export function Announced({ spaceId }: { spaceId?: SpaceId }) {
  const { data } = useQuery({
    queryKey: ['spaces', 'list-announcements', spaceId ?? 'home'],
    queryFn: () => call('spaces', 'listAnnouncements', spaceId === undefined ? {} : { spaceId }),
  })
  const see = useSee()
  const posts = data?.items ?? []
  if (posts.length === 0) return null
  return (
    <section aria-labelledby="announced" className={styles.announced}>
      <h2 id="announced" className={styles.title}>
        <Megaphone aria-hidden strokeWidth={1.75} />
        {say('{count, plural, one {Announcement} other {Announcements}}', { count: posts.length })}
      </h2>
      <ul className={styles.posts}>
        {posts.map((post) => (
          <li key={post.id} className={styles.post}>
            <PostCard post={post} place={spaceId === undefined ? 'shown' : 'known'} idPrefix="announced" />
            <Button
              aria-label={say('I have seen the announcement of {author}', { author: post.author.name })}
              onClick={() => see(post)}
            >
              {sayAs('button: I have seen the announcement', 'Seen')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useSee(): (post: Post) => Promise<void> {
  const client = useQueryClient()
  const toast = useToast()
  return async ({ id: postId }) => {
    await call('spaces', 'markSeen', { postId, at: now().toISOString() }).catch((error) =>
      toast({ sentence: sentenceOf(error) }),
    )
    await client.invalidateQueries({ queryKey: ['spaces'] })
  }
}
