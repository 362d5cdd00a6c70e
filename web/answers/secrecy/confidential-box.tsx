// Above the replies to a confidential question: how confidential it is, and what its asker may add here without a name.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Post } from '#contract/said'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import { useToast } from '#ui/toast'
import styles from './secrecy.module.css'

const FOLLOW_UP_CHARACTERS_MAX = 20_000

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
  const [text, setText] = useState('')
  const [isSending, setIsSending] = useState(false)
  const client = useQueryClient()
  const toast = useToast()
  const body = text.trim()
  const add = async () => {
    setIsSending(true)
    try {
      await call('answers', 'followUpConfidentially', { postId, body })
      setText('')
      toast({ sentence: say('Added. It stands below as from “A colleague”.') })
      await client.invalidateQueries({ queryKey: ['spaces', 'get-thread', postId] })
    } catch (error) {
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error as Error) }) })
    } finally {
      setIsSending(false)
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextArea
        label={say('Add to your question, confidentially')}
        value={text}
        maxLength={FOLLOW_UP_CHARACTERS_MAX}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="submit" disabled={body === '' || isSending}>
          {say('Add confidentially')}
        </Button>
      </div>
    </form>
  )
}
