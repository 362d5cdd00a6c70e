import { say } from '#browser/say'
import styles from './guests-read.module.css'

/** At the composer of a porous space: one does not always look at who reads. */
export function GuestsRead() {
  return <p className={styles.guests}>{say('Guests can read this.')}</p>
}
