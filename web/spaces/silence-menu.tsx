// On the page of a person: muting and blocking them.
import type { PersonRef } from '#contract/ref'
import { Menu } from '#ui/menu'
import { useSilenceDeeds } from './use-moderation.ts'
import { useSilenced } from './use-silenced.ts'

export function SilenceMenu({ person }: { person: PersonRef }) {
  const found = useSilenced().data?.items.find((each) => each.person.id === person.id)
  const { mute, unmute, block, unblock } = useSilenceDeeds()
  return (
    <Menu
      label={`More for ${person.name}`}
      items={[
        found?.isMuted
          ? { label: 'Hear them again', act: () => unmute(person) }
          : { label: 'Mute', act: () => mute(person) },
        found?.isBlocked
          ? { label: 'Unblock', act: () => unblock(person) }
          : { label: 'Block', act: () => block(person) },
      ]}
    />
  )
}
