// The way to the next office hours, of one host or of anybody: "Office hours on Thursday 5 March, 14:00".
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { HoursCard } from '#contract/office-hours'
import type { PersonId } from '#contract/ref'
import styles from './hours.module.css'
import { momentWords } from './hours-words.ts'

/** Nothing where none are ahead. */
export function HoursOf({ hostId }: { hostId: PersonId }) {
  const next = useNext(hostId)
  if (next === undefined) return null
  return <WayTo hours={next} words={ofHost(next)} />
}

/** The next in all spaces that one reads, with whose they are. */
export function NextHours() {
  const next = useNext()
  if (next === undefined) return null
  return <WayTo hours={next} words={ofAnybody(next)} />
}

function useNext(hostId?: PersonId): HoursCard | undefined {
  const { data } = useQuery({
    queryKey: ['answers', 'list-office-hours', 'next', hostId],
    queryFn: () =>
      call('answers', 'listOfficeHours', {
        which: 'ahead',
        limit: 5,
        ...(hostId !== undefined && { hostId }),
      }),
  })
  return data?.items.find(({ state }) => state !== 'cancelled')
}

function WayTo({ hours: { id }, words }: { hours: HoursCard; words: string }) {
  return (
    <Link to="/answers/hours/$hoursId" params={{ hoursId: id }} className={styles.next}>
      {words}
    </Link>
  )
}

function ofHost({ state, theme, beginsAt }: HoursCard): string {
  return state === 'on'
    ? say('Office hours are on now: {theme}', { theme })
    : say('Office hours on {when}', { when: momentWords(beginsAt) })
}

function ofAnybody({ state, theme, host, beginsAt }: HoursCard): string {
  return state === 'on'
    ? say('Office hours of {name} are on now: {theme}', { name: host.name, theme })
    : say('Office hours of {name} on {when}', { name: host.name, when: momentWords(beginsAt) })
}
