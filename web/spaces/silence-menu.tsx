// On the page of a person: muting and blocking them.
import { say, sayAs } from '#browser/say'
import type { PersonRef } from '#contract/ref'
import { Menu } from '#ui/menu'
import { useSilenceDeeds } from './use-moderation.ts'
import { useSilenced } from './use-silenced.ts'

export function SilenceMenu({ person }: { person: PersonRef }) {
  const found = useSilenced().data?.items.find((each) => each.person.id === person.id)
  const { mute, unmute, block, unblock } = useSilenceDeeds()
  return (
    <Menu
      label={say('More for {person}', { person: person.name })}
      items={[
        found?.isMuted
          ? { label: say('Hear them again'), act: () => unmute(person) }
          : { label: sayAs('a person', 'Mute'), act: () => mute(person) },
        found?.isBlocked
          ? { label: sayAs('a person', 'Unblock'), act: () => unblock(person) }
          : { label: sayAs('a person', 'Block'), act: () => block(person) },
      ]}
    />
  )
}
