// For whoever a question was put to: why them, and passing it on to the next who may know.
import { type FormEvent, useState } from 'react'
import { say } from '#browser/say'
import type { PostId } from '#contract/ref'
import type { Routing } from '#contract/routing'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useRoute } from './use-routing.ts'
import styles from './who-knows.module.css'

type AskedOfYouProps = { postId: PostId; asked: NonNullable<Routing['youWereAsked']> }

export function AskedOfYou({ postId, asked: { by, reason } }: AskedOfYouProps) {
  const [isPassing, setIsPassing] = useState(false)
  const [why, setWhy] = useState('')
  const { decline } = useRoute(postId)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await decline(why.trim())) setIsPassing(false)
  }
  return (
    <div className={styles.you}>
      <p>
        {say('{name} put this question to you, {reason}. Your reply below answers it.', {
          name: by.name,
          reason,
        })}
      </p>
      {isPassing ? (
        <form className={styles.passing} onSubmit={submit}>
          <Field
            label={say('Why not you? (if you like)')}
            hint={say(
              'Read by whoever put it to you and whoever asked it. The next one who may know is asked.',
            )}
            maxLength={500}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <span className={styles.buttons}>
            <Button type="submit">{say('Pass it on')}</Button>
            <Button kind="quiet" onClick={() => setIsPassing(false)}>
              {say('Cancel')}
            </Button>
          </span>
        </form>
      ) : (
        <span className={styles.buttons}>
          <Button onClick={() => setIsPassing(true)}>{say('Pass it on')}</Button>
        </span>
      )}
    </div>
  )
}
