// That a post is an announcement, how far it came for those who may know, and its end.
import { useQueryClient } from '@tanstack/react-query'
import { Megaphone } from 'lucide-react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Post } from '#contract/said'
import { useToast } from '#ui/toast'
import styles from './announcement-mark.module.css'
import { changeSaid } from './held-threads.ts'
import { Reach } from './reach.tsx'

export function AnnouncementMark({ post }: { post: Post }) {
  const me = useMe()
  const isSteward = me.roles.includes('steward')
  const isOwn = post.author.id === me.person.id
  const end = useEnd(post)
  return (
    <span className={styles.mark}>
      <Megaphone aria-hidden strokeWidth={1.75} />
      {say('Announcement')}
      {(isOwn || isSteward) && <Reach postId={post.id} />}
      {(isOwn || isSteward || post.may.pin) && (
        <button type="button" className={styles.end} onClick={end}>
          {say('Take it off the top')}
        </button>
      )}
    </span>
  )
}

function useEnd({ id: postId }: Post): () => Promise<void> {
  const client = useQueryClient()
  const toast = useToast()
  return async () => {
    try {
      await call('spaces', 'endAnnouncement', { postId })
      changeSaid(client, postId, (said) => ('poll' in said ? { ...said, isAnnouncement: false } : said))
      toast({ sentence: say('It is a post like any other from now on.') })
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
  }
}
