// Who waits for the answer too, and waiting oneself.
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import styles from './question-panel.module.css'
import { useDo } from './use-standing.ts'

export function WantToKnow({ standing }: { standing: QuestionStanding }) {
  const { waitingCount, youWait, may } = standing
  const wait = useWait(standing)
  return (
    <div className={styles.waiting}>
      {waitingCount > 0 && (
        <span className={styles.facts}>
          {say('{count, plural, one {# more person wants} other {# more people want}} to know', {
            count: waitingCount,
          })}
        </span>
      )}
      {may.wait && (
        <Button kind={youWait ? 'quiet' : 'plain'} aria-pressed={youWait} onClick={() => wait(!youWait)}>
          {say('I want to know too')}
        </Button>
      )}
    </div>
  )
}

/** Where there is an answer already, one hears of what becomes of it. */
function useWait({ postId, answer }: QuestionStanding): (waits: boolean) => Promise<void> {
  const toast = useToast()
  const act = useDo(postId)
  const put = (waits: boolean) =>
    act(
      () => call('answers', waits ? 'wantToKnow' : 'stopWaiting', { postId }),
      (known) => ({
        ...known,
        youWait: waits,
        waitingCount: known.waitingCount + Number(waits) - Number(known.youWait),
      }),
    )
  return async (waits) => {
    if (!(await put(waits))) return
    const heard =
      answer === null ? say('You hear of it when it is answered.') : say('You hear of what is said about it.')
    const sentence = waits ? heard : say('You do not wait for it any longer.')
    toast({ sentence, undo: () => void put(!waits) })
  }
}
