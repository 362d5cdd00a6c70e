// Whom one asks: the space alone, a person in it, those of a role, or anyone who knows.
import { useId } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { AskedRole, AskWhom } from '#contract/whom'
import { Button } from '#ui/button'
import { PersonLine } from '#ui/person-line'
import choices from '../ui/choices.module.css'
import type { AskParts } from './ask-parts.ts'
import type { useWhom } from './use-whom.ts'
import styles from './whom.module.css'

const WHATS: readonly { what: AskWhom['what']; label: string }[] = [
  { what: 'space', label: say('The space') },
  { what: 'person', label: say('A person') },
  { what: 'role', label: say('Those of a role') },
  { what: 'anyone', label: say('Anyone who knows') },
]

const ROLES: readonly { role: AskedRole; label: string }[] = [
  { role: 'executive', label: say('Executives') },
  { role: 'steward', label: say('Stewards') },
  { role: 'administrator', label: say('Administrators') },
]

type WhomProps = {
  asked: ReturnType<typeof useWhom>
  onSpace: (spaceId: string) => void
  PersonPicker: AskParts['PersonPicker']
}

export function Whom({ asked, onSpace, PersonPicker }: WhomProps) {
  const id = useId()
  const { what } = asked
  return (
    <fieldset className={styles.whom}>
      <legend>{say('Whom you ask')}</legend>
      <div className={choices.choices}>
        {WHATS.map((each) => (
          <label key={each.what} className={choices.choice}>
            <input
              type="radio"
              name={id}
              checked={what === each.what}
              onChange={() => asked.setWhat(each.what)}
            />
            {each.label}
          </label>
        ))}
      </div>
      {what === 'person' && <WhichPerson asked={asked} onSpace={onSpace} PersonPicker={PersonPicker} />}
      {what === 'role' && <WhichRole asked={asked} />}
      {what === 'anyone' && (
        <p className={styles.note}>
          {say('In the thread you are shown who may know, and can put it to them.')}
        </p>
      )}
    </fieldset>
  )
}

function WhichPerson({ asked, onSpace, PersonPicker }: WhomProps) {
  const { person, problem, places, readsSpace } = asked
  if (asked.personId === '' || problem !== null) {
    return (
      <>
        {problem !== null && <p role="alert">{sentenceOf(problem)}</p>}
        {asked.isLacking && <p role="alert">{say('Choose whom you ask.')}</p>}
        <PersonPicker label={say('Who it is')} onPick={({ id }) => asked.setPersonId(id)} />
      </>
    )
  }
  if (person === undefined) return null
  return (
    <>
      <PersonLine person={person} note={person.title ?? ''}>
        <Button kind="quiet" onClick={() => asked.setPersonId('')}>
          {say('Somebody else')}
        </Button>
      </PersonLine>
      {places.length === 0 && (
        <p className={styles.note}>
          {say('There is no space of yours that {name} reads.', { name: person.name })}
        </p>
      )}
      {!readsSpace && places.length > 0 && (
        <div className={styles.note} role="status">
          <p>
            {say('{name} does not read this space. Ask in one that you both read:', { name: person.name })}
          </p>
          {places.slice(0, 5).map((space) => (
            <Button key={space.id} kind="quiet" onClick={() => onSpace(space.id)}>
              {space.name}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

function WhichRole({ asked }: Pick<WhomProps, 'asked'>) {
  const id = useId()
  return (
    <>
      <select
        id={id}
        className={styles.role}
        aria-label={say('Which role')}
        value={asked.role}
        onChange={({ target }) => asked.setRole(target.value as AskedRole)}
      >
        {ROLES.map(({ role, label }) => (
          <option key={role} value={role}>
            {label}
          </option>
        ))}
      </select>
      <p className={styles.note}>{say('Those who read the space find it in their brief.')}</p>
    </>
  )
}
