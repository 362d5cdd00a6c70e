// What one may do about something said: report it; and for those who moderate, hide it, lock its thread or move it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { say, sayAs } from '#browser/say'
import type { ModerationStanding } from '#contract/judged'
import type { SaidId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './moderation.module.css'
import { ReasonForm, SentenceForm } from './moderation-forms.tsx'
import { MoveThread } from './moderation-move.tsx'
import { type Matter, useJudge, useThreadDeeds } from './use-moderation.ts'

type ModerationDialogProps = { said: Post | Reply; matter: Matter; onClose: () => void }

const TITLES: Record<Matter, string> = {
  report: say('Report this'),
  moderate: say('Moderate'),
  appeal: say('Ask for another look'),
}

export function ModerationDialog({ said, matter, onClose }: ModerationDialogProps) {
  const word = { saidId: said.id as string as SaidId }
  const judge = useJudge()
  const closeWhenDone = async (done: Promise<boolean>) => {
    if (await done) onClose()
  }
  return (
    <Dialog title={TITLES[matter]} open onClose={onClose}>
      {matter === 'appeal' ? (
        <SentenceForm
          label={say('Why it should stand')}
          note={say(
            'Somebody other than who hid it decides: another keeper of the space or a steward, who reads these words for it. You can ask once.',
          )}
          submit={sayAs('for another look', 'Ask')}
          max={2000}
          onSubmit={(body) => closeWhenDone(judge.appeal(word, body))}
        />
      ) : (
        <Choices said={said} word={word} matter={matter} closeWhenDone={closeWhenDone} />
      )}
    </Dialog>
  )
}

type ChoicesProps = {
  said: Post | Reply
  word: { saidId: SaidId }
  matter: 'report' | 'moderate'
  closeWhenDone: (done: Promise<boolean>) => Promise<void>
}

function Choices({ said, word, matter, closeWhenDone }: ChoicesProps) {
  const standing = useQuery({
    queryKey: ['spaces', 'get-moderation', word.saidId],
    queryFn: () => call('spaces', 'getModeration', word),
  })
  if (standing.data === undefined) {
    return standing.error === null ? (
      <Skeleton lines={4} />
    ) : (
      <Trouble problem={standing.error} onRetry={standing.refetch} />
    )
  }
  const props = { said, word, closeWhenDone, may: standing.data }
  return matter === 'report' ? <Reporting {...props} /> : <Moderating {...props} />
}

type WithStanding = Omit<ChoicesProps, 'matter'> & { may: ModerationStanding }

function Reporting({ word, may, closeWhenDone }: WithStanding) {
  const judge = useJudge()
  if (may.hasReported) {
    return (
      <div className={styles.form}>
        <p>{say('You reported this, and nobody has decided yet.')}</p>
        <div className={styles.buttons}>
          <Button onClick={() => closeWhenDone(judge.withdraw(word))}>{say('Take the report back')}</Button>
        </div>
      </div>
    )
  }
  if (!may.report) return <p>{say('There is nothing to report here any more.')}</p>
  return (
    <ReasonForm
      legend={say('What is wrong with it')}
      label={say('In your words, if you like')}
      note={say(
        'The keepers of this space and the stewards read your report, with your name and these words. Of a private space, stewards read these words and nothing else. Its author does not learn who reported it.',
      )}
      submit={sayAs('verb: tell the keepers of it', 'Report')}
      onSubmit={(why) => closeWhenDone(judge.report(word, why))}
    />
  )
}

type Act = 'hide' | 'lock' | 'move'

function Moderating({ said, word, may, closeWhenDone }: WithStanding) {
  const [act, setAct] = useState<Act>()
  const judge = useJudge()
  const thread = useThreadDeeds()
  if (act === 'hide') {
    return (
      <ReasonForm
        legend={say('Why it is hidden')}
        label={say('What its author is told beside it')}
        note={say(
          'Everybody else reads the reason alone. The author can ask once that somebody else looks at it.',
        )}
        submit={say('Hide')}
        onSubmit={(why) => closeWhenDone(judge.hide(word, why))}
      />
    )
  }
  if (act !== undefined && 'space' in said)
    return <ThreadAct post={said} act={act} closeWhenDone={closeWhenDone} />
  return (
    <div className={styles.acts}>
      {may.hide && <Button onClick={() => setAct('hide')}>{say('Hide it …')}</Button>}
      {may.restore && (
        <Button onClick={() => closeWhenDone(judge.restore(word))}>{say('Show it again')}</Button>
      )}
      {may.lock && <Button onClick={() => setAct('lock')}>{say('Lock the thread …')}</Button>}
      {may.unlock && 'space' in said && (
        <Button onClick={() => closeWhenDone(thread.unlock({ postId: said.id }))}>
          {say('Unlock the thread')}
        </Button>
      )}
      {may.move && <Button onClick={() => setAct('move')}>{say('Move the thread …')}</Button>}
      {!(may.hide || may.restore || may.lock || may.unlock || may.move) && (
        <p>{say('There is nothing that you can do about this. Nobody judges their own words.')}</p>
      )}
    </div>
  )
}

type ThreadActProps = { post: Post; act: Exclude<Act, 'hide'>; closeWhenDone: ChoicesProps['closeWhenDone'] }

function ThreadAct({ post, act, closeWhenDone }: ThreadActProps) {
  const thread = useThreadDeeds()
  if (act === 'move') {
    return (
      <MoveThread post={post} onMove={(place) => closeWhenDone(thread.move({ postId: post.id }, place))} />
    )
  }
  return (
    <SentenceForm
      label={say('Why it is locked')}
      note={say('It stands where people would reply, with your name. Reactions stay possible.')}
      submit={sayAs('verb: a thread', 'Lock')}
      max={500}
      onSubmit={(sentence) => closeWhenDone(thread.lock({ postId: post.id }, sentence))}
    />
  )
}
