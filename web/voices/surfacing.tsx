// Whether one may be brought up as a voice to those who have not heard one.
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import choices from '../ui/choices.module.css'
import { useSaveSurfacing, useSurfacing } from './use-heard.ts'
import styles from './voices-page.module.css'

export function Surfacing() {
  const { data, error, refetch } = useSurfacing()
  const save = useSaveSurfacing()
  const toast = useToast()
  if (data === undefined) {
    return error === null ? <Skeleton lines={2} /> : <Trouble problem={error} onRetry={refetch} />
  }
  const choose = (maySurface: boolean) =>
    save.mutate(maySurface, {
      onSuccess: () => toast({ sentence: say('Saved.') }),
      onError: (problem) =>
        toast({ sentence: say('That was not saved. {why}', { why: sentenceOf(problem) }) }),
    })
  return (
    <div>
      <label className={choices.choice}>
        <input type="checkbox" checked={data.maySurface} onChange={({ target }) => choose(target.checked)} />
        {say('May be shown to leaders as an unheard voice.')}
      </label>
      <p className={styles.note}>
        {say(
          'Then somebody who has never read you may find a post of yours in their brief, if they may read it anyway. They are told your unit, your site and how far you are, and why chance chose you.',
        )}
      </p>
    </div>
  )
}
