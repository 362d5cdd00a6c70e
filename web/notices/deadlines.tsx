// What in a thread needs an answer by a time: it stands on top of the thread, and its author says so from its menu.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { LANGUAGE } from '#browser/language'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import { useMe } from '#browser/session'
import type { Deadline } from '#contract/notices'
import type { PersonRef, PostId, ReplyId, SaidId } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import type { MenuItem } from '#ui/menu'
import { useToast } from '#ui/toast'
import styles from './deadlines.module.css'
import { threadNotices, useThreadNotices } from './use-notices.ts'

/** A post or a reply, as far as it matters here. */
type Words = { id: PostId | ReplyId; author: PersonRef; isDeleted: boolean }

export type Deadlines = {
  /** What one may do about something said, from its menu. */
  deedsOf: (words: Words) => MenuItem[]
  /** What stands on top of the thread. */
  banner: ReactNode
}

export function useDeadlines(postId: PostId): Deadlines {
  const me = useMe()
  const due = useThreadNotices(postId)?.deadlines ?? []
  const [marking, setMarking] = useState<SaidId>()
  const mark = useMark(postId)
  const deedsOf = ({ id, author, isDeleted }: Words): MenuItem[] => {
    if (author.id !== me.person.id || isDeleted) return []
    const saidId = id as string as SaidId
    return due.some((each) => each.saidId === saidId)
      ? [{ label: say('Needs no answer by a time'), act: () => mark(saidId, null) }]
      : [{ label: say('Needs an answer by …'), act: () => setMarking(saidId) }]
  }
  const choose = (dueAt: string) => {
    setMarking(undefined)
    if (marking !== undefined) void mark(marking, dueAt)
  }
  const banner = (
    <>
      {due.map((each) => (
        <DueWords key={each.saidId} postId={postId} due={each} />
      ))}
      <Dialog
        title={say('By when do you need an answer?')}
        open={marking !== undefined}
        onClose={() => setMarking(undefined)}
      >
        {marking !== undefined && <Times onChoose={choose} />}
      </Dialog>
    </>
  )
  return { deedsOf, banner }
}

/** Notes by when something needs an answer, or that it no longer does. */
function useMark(postId: PostId): (saidId: SaidId, dueAt: string | null) => Promise<void> {
  const queries = useQueryClient()
  const toast = useToast()
  return async (saidId, dueAt) => {
    try {
      await call('notices', 'markDeadline', { saidId, dueAt })
      const sentence =
        dueAt === null
          ? say('It needs no answer by a time any more.')
          : say('It needs an answer by {time}.', { time: clock(dueAt) })
      toast({ sentence })
      await queries.invalidateQueries({ queryKey: threadNotices(postId) })
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
  }
}

function DueWords({ postId, due: { saidId, author, dueAt } }: { postId: PostId; due: Deadline }) {
  const isPost = (saidId as string) === postId
  const values = { name: author.name, time: <time dateTime={dueAt}>{clock(dueAt)}</time> }
  return (
    <p className={styles.due}>
      {isPost
        ? sayWith('{name} needs an answer by {time}.', values)
        : sayWith('{name} needs an answer by {time}: <way>to this reply</way>', {
            ...values,
            way: (words) => (
              <Link
                to="/threads/$postId/$replyId"
                params={{ postId, replyId: saidId as string as ReplyId }}
                className={styles.link}
              >
                {words}
              </Link>
            ),
          })}
    </p>
  )
}

const HOURS = [1, 2, 4] as const
const GRAIN_MS = 5 * 60_000
const HOUR_MS = 60 * 60_000

function Times({ onChoose }: { onChoose: (dueAt: string) => void }) {
  return (
    <div className={styles.times}>
      <p>
        {say(
          'Whom it concerns hears of it with their next batch. Who lets you reach them in quiet hours hears of it at once.',
        )}
      </p>
      {HOURS.map((hours) => {
        // On a full five minutes, as people say it, and never later than was asked for.
        const at = Math.floor((now().getTime() + hours * HOUR_MS) / GRAIN_MS) * GRAIN_MS
        const dueAt = new Date(at).toISOString()
        return (
          <Button key={hours} onClick={() => onChoose(dueAt)}>
            {say('{time}, in {hours, plural, one {an hour} other {# hours}}', {
              time: clock(dueAt),
              hours,
            })}
          </Button>
        )
      })}
    </div>
  )
}

function clock(at: string): string {
  return new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short', hourCycle: 'h23' }).format(new Date(at))
}
