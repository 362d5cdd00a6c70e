// A quiet mark on what is new: a dot for the eye, words for everybody.
import styles from './fresh-mark.module.css'
import { Spoken } from './spoken.tsx'

/** `words` are read aloud; they are shown beside the dot unless they are `spoken` alone. */
export function NewMark({ words, as = 'shown' }: { words: string; as?: 'shown' | 'spoken' }) {
  return (
    <span className={styles.mark}>
      <span className={styles.dot} aria-hidden="true" />
      {as === 'shown' ? words : <Spoken>{words}</Spoken>}
    </span>
  )
}
