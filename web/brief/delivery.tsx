// How a brief comes at its time, and whether its reader agrees to be counted among those who take part.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import { useMe } from '#browser/session'
import type { BriefChannel, BriefSettings } from '#contract/brief'
import choices from '../ui/choices.module.css'
import styles from './delivery.module.css'

const CHANNELS: { value: BriefChannel; label: string }[] = [
  { value: 'web', label: say('It waits here') },
  { value: 'mail', label: say('By mail') },
  { value: 'push', label: say('A push') },
]

const EXPLAINED: Record<BriefChannel, string> = {
  web: say('Nothing is sent. The brief is built when you open it.'),
  mail: say(
    'One letter with the same cards as here. Answer it by mail, or press one button for each card. No card comes by letter twice, and nothing comes when there is nothing.',
  ),
  push: say(
    'A push says that the brief is there and how long it is, on browsers that take pushes, and only where it is the first push of the day.',
  ),
}

type Choosing = {
  settings: BriefSettings
  onChoose: (chosen: Partial<BriefSettings>) => void
}

export function Delivery({ settings: { channel }, onChoose }: Choosing) {
  return (
    <div className={styles.delivery}>
      <fieldset className={choices.choices}>
        <legend>{say('How it comes')}</legend>
        {CHANNELS.map(({ value, label }) => (
          <label key={value} className={choices.choice}>
            <input
              type="radio"
              name="brief-channel"
              checked={channel === value}
              onChange={() => onChoose({ channel: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p className={styles.hint} role="status">
        {EXPLAINED[channel]}
        {channel === 'push' && (
          <>
            {' '}
            <Link to="/settings/notices">{say('Let this browser take pushes')}</Link>
          </>
        )}
      </p>
    </div>
  )
}

/** Only executives are counted, so nobody else is asked. */
export function Counting({ settings: { isCounted }, onChoose }: Choosing) {
  const { roles } = useMe()
  if (!roles.includes('executive')) return null
  return (
    <div className={styles.delivery}>
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={isCounted}
          onChange={({ target }) => onChoose({ isCounted: target.checked })}
        />
        {say('Count me among the executives who take part')}
      </label>
      <p className={styles.hint}>
        {say(
          'Stewards then see how many executives did something with their brief in a week that is over: never who, never what, and no number that tells of fewer than five people.',
        )}
      </p>
    </div>
  )
}

/** What there was before, for its reader alone. */
export function PastWay() {
  return (
    <p className={styles.hint}>
      {sayWith('<way>Your past briefs</way>: what you did with them, and what is still open.', {
        way: (words) => <Link to="/brief/history">{words}</Link>,
      })}
    </p>
  )
}
