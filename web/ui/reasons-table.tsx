import { say } from '#browser/say'
import styles from './reasons-table.module.css'
import { Spoken } from './spoken.tsx'

type Reason = { key: string; sentence: string; counts: string }

/** Reasons in words with what each counts, and what they come to. The eye sees from the layout what is what. */
export function ReasonsTable({
  caption,
  reasons,
  together,
}: {
  caption: string
  reasons: readonly Reason[]
  together: string
}) {
  return (
    <table className={styles.reasons}>
      <caption>
        <Spoken>{caption}</Spoken>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Spoken>{say('Reason')}</Spoken>
          </th>
          <th scope="col">
            <Spoken>{say('Points')}</Spoken>
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ key, sentence, counts }) => (
          <tr key={key}>
            <th scope="row">{sentence}</th>
            <td>{counts}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('Together')}</th>
          <td>{together}</td>
        </tr>
      </tfoot>
    </table>
  )
}
