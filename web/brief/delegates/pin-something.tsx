// Finds something that is said anywhere both may read, to pin it for somebody's brief.
import { useState } from 'react'
import { say } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import type { SaidId } from '#contract/ref'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import sheets from '../../ui/sheets.module.css'
import { plainExcerpt } from './plain-excerpt.ts'
import styles from './prepare-page.module.css'
import { useFound } from './use-delegates.ts'

const SETTLED_MS = 200

type PinSomethingProps = { pinnedIds: readonly SaidId[]; onPin: (saidId: SaidId) => Promise<unknown> }

export function PinSomething({ pinnedIds, onPin }: PinSomethingProps) {
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim(), SETTLED_MS)
  const { data } = useFound(query)
  const found = (query === '' ? [] : (data?.items ?? [])).filter(({ saidId }) => !pinnedIds.includes(saidId))
  // A refusal is told by whoever was asked to do it; what was found stays.
  const pin = (saidId: SaidId) =>
    void onPin(saidId).then(
      () => setTyped(''),
      () => undefined,
    )
  return (
    <section className={styles.left} aria-labelledby="pin-something">
      <h2 id="pin-something">{say('Pin something else')}</h2>
      <Field
        type="search"
        label={say('Words in it')}
        hint={say('Anything that both of you may read.')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status" className={styles.why}>
        {query !== '' && data !== undefined && found.length === 0 && say('Nothing more was found.')}
      </p>
      {found.length > 0 && (
        <ul className={sheets.list}>
          {found.map(({ saidId, title, excerpt, author, space }) => (
            <li key={saidId} className={sheets.item}>
              <p className={styles.why}>
                {say('{author}, in {space}', { author: author.name, space: space.name })}
              </p>
              {title !== null && <p className={styles.found}>{plainExcerpt(title)}</p>}
              <p className={styles.found}>{plainExcerpt(excerpt)}</p>
              <Button
                className={styles.below}
                aria-label={say('Pin what {author} said', { author: author.name })}
                onClick={() => pin(saidId)}
              >
                {say('Pin')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
