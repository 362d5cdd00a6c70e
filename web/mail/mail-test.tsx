import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import styles from './mail.module.css'
import { useMailTest } from './use-mail.ts'

/** Sends one letter to whoever presses, and says what happened. */
export function MailTest() {
  const { start, isUnderWay, outcome, problem } = useMailTest()
  return (
    <div className={styles.test}>
      <Button disabled={isUnderWay} onClick={start}>
        {isUnderWay ? say('Sending …') : say('Send me a test')}
      </Button>
      <p role="status" className={outcome?.state === 'dead' ? styles.problem : styles.outcome}>
        {problem === null ? outcome?.sentence : sentenceOf(problem)}
      </p>
    </div>
  )
}
