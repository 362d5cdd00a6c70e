// What each reason counts when the cards of a brief are chosen, and how far it was moved by what one did.
import { LANGUAGE } from '#browser/language'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Weight } from '#contract/brief'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import styles from './settings-page.module.css'
import { useResetWeights } from './use-settings.ts'
import { changeOf, hasLearned } from './weight-changes.ts'
import table from './weights.module.css'

const number = new Intl.NumberFormat(LANGUAGE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

export function Weights({ weights }: { weights: Weight[] }) {
  return (
    <section className={styles.section} aria-labelledby="what-counts">
      <h2 id="what-counts">{say('What counts')}</h2>
      <p className={styles.hint}>
        {say(
          'A card’s worth is the sum of its reasons. What you do with cards moves these slowly, for you alone.',
        )}
      </p>
      <table className={table.weights}>
        <thead>
          <tr>
            <th scope="col">{say('Reason')}</th>
            <th scope="col">{say('Counts')}</th>
            <th scope="col">{say('Learned')}</th>
          </tr>
        </thead>
        <tbody>
          {weights.map((weight) => (
            <WeightRow key={weight.feature} weight={weight} />
          ))}
        </tbody>
      </table>
      {hasLearned(weights) ? (
        <Reset />
      ) : (
        <p className={styles.hint}>{say('Nothing has been learned from you yet.')}</p>
      )}
    </section>
  )
}

function WeightRow({ weight }: { weight: Weight }) {
  const change = changeOf(weight)
  return (
    <tr>
      <th scope="row">{weight.sentence}</th>
      <td>{number.format(weight.weight)}</td>
      <td className={change === undefined ? table.unmoved : table.moved}>{change ?? say('unchanged')}</td>
    </tr>
  )
}

function Reset() {
  const reset = useResetWeights()
  const toast = useToast()
  const press = () =>
    reset.mutate(undefined, {
      onSuccess: () => toast({ sentence: say('Forgotten. Your brief begins to learn anew.') }),
      onError: (error) => toast({ sentence: sentenceOf(error) }),
    })
  return (
    <div className={table.reset}>
      <Button kind="plain" disabled={reset.isPending} onClick={press}>
        {say('Forget what was learned')}
      </Button>
    </div>
  )
}
