// People and spaces: who may reach one at night, and of what one hears less or more.
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { NoticeSettingsReply } from '#contract/notices'
import type { PersonRef, SpaceRef } from '#contract/ref'
import { Button } from '#ui/button'
import { Panel } from '#ui/panel'
import styles from './notice-settings.module.css'
import type { NoticesParts } from './parts.ts'
import { useKeep } from './use-notice-settings.ts'

type ChosenSourcesProps = { reply: NoticeSettingsReply } & NoticesParts

export function ChosenSources({ reply, PersonPicker }: ChosenSourcesProps) {
  return (
    <>
      <MayInterrupt people={reply.mayInterrupt} PersonPicker={PersonPicker} />
      <Panel title={say('Of what you hear less or more')}>
        <MutedPeople people={reply.mutedPeople} PersonPicker={PersonPicker} />
        <Spaces reply={reply} />
      </Panel>
    </>
  )
}

type PeopleProps = { people: readonly PersonRef[] } & NoticesParts

function MayInterrupt({ people, PersonPicker }: PeopleProps) {
  const keep = useKeep()
  const allow = (person: PersonRef, isAllowed: boolean) =>
    call('notices', 'letInterrupt', { personId: person.id, isAllowed })
  return (
    <Panel title={say('Who may reach you in quiet hours')}>
      <p className={styles.hint}>
        {say(
          'Nobody, unless you name them here. They reach you at once when they mark something for you as needing an answer within four hours, and not otherwise.',
        )}
      </p>
      <Listed
        items={people}
        none={say('Nobody may.')}
        words={say('No longer')}
        onPress={(person) =>
          keep(allow(person, false), {
            sentence: say('{name} no longer reaches you in quiet hours.', { name: person.name }),
            undo: () => allow(person, true),
          })
        }
      />
      <PersonPicker
        label={say('Who may, too')}
        onPick={(person) =>
          keep(allow(person, true), {
            sentence: say('{name} may reach you in quiet hours.', { name: person.name }),
            undo: () => allow(person, false),
          })
        }
      />
    </Panel>
  )
}

function MutedPeople({ people, PersonPicker }: PeopleProps) {
  const keep = useKeep()
  const mute = ({ id }: PersonRef) => call('notices', 'muteSource', { what: 'person', personId: id })
  const unmute = ({ id }: PersonRef) => call('notices', 'unmuteSource', { what: 'person', personId: id })
  return (
    <section className={styles.part} aria-labelledby="muted-people">
      <h3 id="muted-people">{say('People of whom you get no notices')}</h3>
      <Listed
        items={people}
        none={say('You hear of everybody.')}
        words={say('Hear again')}
        onPress={(person) =>
          keep(unmute(person), {
            sentence: say('You hear of {name} again.', { name: person.name }),
            undo: () => mute(person),
          })
        }
      />
      <PersonPicker
        label={say('Of whom not')}
        onPick={(person) =>
          keep(mute(person), {
            sentence: say('You get no notices of what {name} does.', { name: person.name }),
            undo: () => unmute(person),
          })
        }
      />
    </section>
  )
}

function Spaces({ reply: { mutedSpaces, everyPostOf } }: { reply: NoticeSettingsReply }) {
  const keep = useKeep()
  const unmute = ({ id }: SpaceRef) => call('notices', 'unmuteSource', { what: 'space', spaceId: id })
  const everyPost = ({ id }: SpaceRef, isWanted: boolean) =>
    call('notices', 'tellEveryPost', { spaceId: id, isWanted })
  const isUsual = mutedSpaces.length + everyPostOf.length === 0
  return (
    <section className={styles.part} aria-labelledby="chosen-spaces">
      <h3 id="chosen-spaces">{say('Spaces')}</h3>
      <p className={styles.hint}>
        {isUsual
          ? say('You hear of all spaces as usual. You choose that on the page of a space.')
          : say('You choose that on the page of a space.')}
      </p>
      {mutedSpaces.length > 0 && <p>{say('Of these you hear only when you are mentioned:')}</p>}
      <Listed
        items={mutedSpaces}
        words={say('Hear again')}
        onPress={(space) =>
          keep(unmute(space), {
            sentence: say('You hear of {name} again.', { name: space.name }),
            undo: () => call('notices', 'muteSource', { what: 'space', spaceId: space.id }),
          })
        }
      />
      {everyPostOf.length > 0 && <p>{say('Of these you hear of every post:')}</p>}
      <Listed
        items={everyPostOf}
        words={say('As usual')}
        onPress={(space) =>
          keep(everyPost(space, false), {
            sentence: say('You hear of {name} as usual.', { name: space.name }),
            undo: () => everyPost(space, true),
          })
        }
      />
    </section>
  )
}

type ListedProps<Item> = {
  items: readonly Item[]
  /** What is said when there are none. */
  none?: string
  /** What pressing does with one. */
  words: string
  onPress: (item: Item) => void
}

function Listed<Item extends { id: string; name: string }>(props: ListedProps<Item>) {
  const { items, none, words, onPress } = props
  if (items.length === 0) return none === undefined ? null : <p>{none}</p>
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <span>{item.name}</span>
          <Button
            kind="quiet"
            aria-label={say('{words}: {name}', { words, name: item.name })}
            onClick={() => onPress(item)}
          >
            {words}
          </Button>
        </li>
      ))}
    </ul>
  )
}
