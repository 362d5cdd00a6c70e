// Above the replies to a confidential question: how confidential it is, and what its asker may add here without a name.
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { Post } from '#contract/said'
import { FollowUpForm } from './follow-up-form.tsx'
import styles from './secrecy.module.css'

export function ConfidentialBox({ post, youAsked }: { post: Post; youAsked: boolean }) {
  return (
    <aside className={styles.box} aria-label={say('Asked confidentially')}>
      <p>
        {say(
          'Asked confidentially: Foyer shows nobody who asked, administrators included; who runs the server could find out from its database. What “A colleague” adds below is from whoever asked.',
        )}
      </p>
      {youAsked && (
        <p className={styles.own}>
          {say(
            'You asked this; nobody else sees that. What you write at the end of the thread, answer by mail, or put to somebody bears your name; to stay unnamed, write here.',
          )}
        </p>
      )}
      {youAsked && !post.isLocked && <FollowUp post={post} />}
    </aside>
  )
}

function FollowUp({ post: { id: postId } }: { post: Post }) {
  const client = useQueryClient()
  const add = async (body: string) => {
    await call('answers', 'followUpConfidentially', { postId, body })
    void client.invalidateQueries({ queryKey: ['spaces', 'get-thread', postId] })
  }
  const words = {
    label: say('Add to your question, confidentially'),
    send: say('Add confidentially'),
    sent: say('Added. It stands below as from “A colleague”.'),
  }
  return <FollowUpForm words={words} add={add} />
}
