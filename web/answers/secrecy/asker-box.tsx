// Above the replies to what nobody is named for: how far its asker is known, and what they may do here without a name.
import { useId, useState } from 'react'
import { noteAskedHere, useAskedHere } from '#browser/asked-here'
import { callAsNobody } from '#browser/client'
import { say } from '#browser/say'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PostId, ReplyId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useStandingOf } from '../use-standing.ts'
import { ConfidentialBox } from './confidential-box.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import styles from './secrecy.module.css'
import { PEOPLE_MIN } from './strength-choice.tsx'
import { useSendUnsigned } from './use-send-unsigned.ts'

export type AskerBoxProps = { post: Post; replies: readonly Reply[] }

export function AskerBox({ post, replies }: AskerBoxProps) {
  const standing = useStandingOf(post.kind === 'question' ? post.id : undefined)
  if (standing?.strength === 'anonymous') return <AnonymousBox {...{ post, replies }} />
  if (standing?.strength !== 'confidential') return null
  return <ConfidentialBox post={post} youAsked={standing.youAsked} />
}

function AnonymousBox({ post, replies }: AskerBoxProps) {
  const asked = useAskedHere().find(({ postId }) => postId === post.id)
  return (
    <aside className={styles.box} aria-label={say('Asked anonymously')}>
      <p>
        {say(
          'Asked anonymously: it was one of at least {least} people, and nobody can look up which, administrators included. What “A colleague” adds below is from whoever asked.',
          { least: PEOPLE_MIN },
        )}
      </p>
      {asked === undefined ? (
        <EnterCode post={post} />
      ) : (
        <Asker secret={asked.secret} {...{ post, replies }} />
      )}
    </aside>
  )
}

function EnterCode({ post }: { post: Post }) {
  const [code, setCode] = useState('')
  const enter = () => {
    const title = post.title ?? post.body
    noteAskedHere({ postId: post.id, title, secret: code.trim(), postedAt: post.at })
  }
  return (
    <details>
      <summary>{say('Did you ask this on another device?')}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          enter()
        }}
      >
        <Field
          label={say('The code of your question')}
          value={code}
          autoComplete="off"
          onChange={({ target }) => setCode(target.value)}
        />
        <div>
          <Button type="submit" disabled={!/^[\w-]{22}$/.test(code.trim())}>
            {say('Use this code')}
          </Button>
        </div>
      </form>
    </details>
  )
}

function Asker({ post, replies, secret }: AskerBoxProps & { secret: string }) {
  return (
    <>
      <p className={styles.own}>
        {say(
          'You asked this, which only this device knows. What you write at the end of the thread bears your name; to stay anonymous, write here.',
        )}
      </p>
      {!post.isLocked && <FollowUp {...{ post, secret }} />}
      <Accept postId={post.id} {...{ replies, secret }} />
    </>
  )
}

function FollowUp({ post, secret }: { post: Post; secret: string }) {
  const words = {
    label: say('Add to your question, anonymously'),
    send: say('Add with the next hour'),
    sent: keptWords(),
  }
  const add = (body: string) =>
    callAsNobody('answers', 'followUpAnonymously', { postId: post.id, secret, body })
  return <FollowUpForm words={words} add={add} />
}

const keptWords = () => say('Kept. It appears with the next full hour.')
const LINE_CHARACTERS_MAX = 80

type AcceptProps = { postId: PostId; replies: readonly Reply[]; secret: string }

function Accept({ postId, replies, secret }: AcceptProps) {
  const id = useId()
  const [replyId, setReplyId] = useState('')
  const { isSending, send } = useSendUnsigned(keptWords())
  const others = replies.filter(({ isDeleted, author }) => !isDeleted && author.id !== COLLEAGUE_ID)
  if (others.length === 0) return null
  const accept = () =>
    send(() => callAsNobody('answers', 'acceptAnonymously', { postId, secret, replyId: replyId as ReplyId }))
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{say('Which reply answers it')}</label>
      <select id={id} value={replyId} onChange={({ target }) => setReplyId(target.value)}>
        <option value="">{say('Choose a reply')}</option>
        {others.map((reply) => (
          <option key={reply.id} value={reply.id}>
            {`${reply.author.name}: ${reply.body.slice(0, LINE_CHARACTERS_MAX)}`}
          </option>
        ))}
      </select>
      <div>
        <Button disabled={replyId === '' || isSending} onClick={accept}>
          {say('This answers me')}
        </Button>
      </div>
    </div>
  )
}
