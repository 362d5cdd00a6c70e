// What is going on while one waits: shown once it takes long enough to be noticed.
import { useSettled } from '#browser/use-settled'
import styles from './waiting.module.css'

const NOTICED_MS = 300

export function Waiting({ isWaiting, sentence }: { isWaiting: boolean; sentence: string }) {
  const isLong = useSettled(isWaiting, NOTICED_MS) && isWaiting
  return (
    <div role="status">
      {isLong && (
        <div className={styles.waiting}>
          <progress aria-label={sentence} />
          <span>{sentence}</span>
        </div>
      )}
    </div>
  )
}
