// How much one hears of a space: of every post, as usual, or of mentions alone.
import { useId } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { Spoken } from '#ui/spoken'
import styles from './space-bell.module.css'
import { useKeep, useNoticeSettings } from './use-notice-settings.ts'

type Hears = 'every-post' | 'usual' | 'mentions'

const SAYS: Record<Hears, string> = {
  'every-post': say('You hear of every post here.'),
  usual: say('You hear of this space as usual: of threads that you are part of.'),
  mentions: say('You hear of this space only when you are mentioned.'),
}

export function SpaceBell({ spaceId }: { spaceId: SpaceId }) {
  const { data } = useNoticeSettings()
  const keep = useKeep()
  const id = useId()
  if (data === undefined) return null
  const isIn = (spaces: readonly { id: SpaceId }[]) => spaces.some((each) => each.id === spaceId)
  const hears: Hears = isIn(data.mutedSpaces) ? 'mentions' : isIn(data.everyPostOf) ? 'every-post' : 'usual'
  const choose = async (chosen: Hears) => {
    if (chosen === 'mentions')
      return keep(call('notices', 'muteSource', { what: 'space', spaceId }), { sentence: SAYS.mentions })
    if (chosen === 'every-post')
      return keep(call('notices', 'tellEveryPost', { spaceId, isWanted: true }), {
        sentence: SAYS['every-post'],
      })
    const act =
      hears === 'mentions'
        ? call('notices', 'unmuteSource', { what: 'space', spaceId })
        : call('notices', 'tellEveryPost', { spaceId, isWanted: false })
    return keep(act, { sentence: SAYS.usual })
  }
  return (
    <span>
      <label htmlFor={id}>
        <Spoken>{say('Notices of this space')}</Spoken>
      </label>
      <select
        id={id}
        className={styles.choice}
        value={hears}
        onChange={({ target }) => choose(target.value as Hears)}
      >
        <option value="usual">{say('Notices: as usual')}</option>
        <option value="every-post">{say('Notices: every post')}</option>
        <option value="mentions">{say('Notices: mentions only')}</option>
      </select>
    </span>
  )
}
