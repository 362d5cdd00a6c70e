import { say } from '#browser/say'
import styles from './open-door-note.module.css'

/** Said wherever the sample company is entered at an address that others reach too. */
export function OpenDoorNote() {
  return (
    <div className={styles.note}>
      {say(
        'This Foyer can be reached from other machines. Everybody who comes to this address can step into any of these shoes, and read and write as that person. Keep real words out of it.',
      )}
    </div>
  )
}
