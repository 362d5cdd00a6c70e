// When batches come, and when nothing does.
import { X } from 'lucide-react'
import { say, sayWith } from '#browser/say'
import type { NoticeSettingsReply } from '#contract/notices'
import { Button } from '#ui/button'
import { Panel } from '#ui/panel'
import { Weekdays } from '#ui/weekdays'
import choices from '../ui/choices.module.css'
import styles from './notice-settings.module.css'
import { useSave } from './use-notice-settings.ts'

const TIMES_MAX = 4
const MIDDAY = '12:00'

export function BatchTimes({ reply }: { reply: NoticeSettingsReply }) {
  const { settings, zone, profileZone } = reply
  const { times, weekdays, quietFrom, quietUntil, isTravelling } = settings
  const save = useSave()
  return (
    <Panel title={say('When')}>
      <Times times={times} />
      <div className={styles.row}>
        <p>
          {sayWith('On <hint>On other days nothing comes.</hint>', {
            hint: (words) => <span className={styles.hint}>{words}</span>,
          })}
        </p>
        <Weekdays chosen={weekdays} onChoose={(days) => save({ weekdays: days })} />
      </div>
      <div className={styles.row}>
        <p>{say('Quiet hours')}</p>
        <div className={styles.times}>
          <Clock label={say('Quiet from')} time={quietFrom} onChoose={(time) => save({ quietFrom: time })} />
          <Clock
            label={say('Quiet until')}
            time={quietUntil}
            onChoose={(time) => save({ quietUntil: time })}
          />
        </div>
      </div>
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={isTravelling}
          onChange={({ target }) => save({ isTravelling: target.checked })}
        />
        {say('I am travelling: the clock of my device counts')}
      </label>
      <p className={styles.hint}>
        {isTravelling && profileZone !== null && zone !== profileZone
          ? say('Times are those of {zone}, not of {profileZone}.', { zone, profileZone })
          : say('Times are those of {zone}.', { zone })}
      </p>
    </Panel>
  )
}

function Times({ times }: { times: readonly string[] }) {
  const save = useSave()
  const put = (before: string, time: string) =>
    save({ times: times.map((each) => (each === before ? time : each)) })
  return (
    <div className={styles.row}>
      <p>{say('Batches come at')}</p>
      <div className={styles.times}>
        {times.map((time) => (
          <span key={time} className={styles.time}>
            <Clock
              label={say('Batch at {time}', { time })}
              time={time}
              onChoose={(chosen) => put(time, chosen)}
            />
            {times.length > 1 && (
              <Button
                kind="quiet"
                aria-label={say('No batch at {time}', { time })}
                onClick={() => save({ times: times.filter((each) => each !== time) })}
              >
                <X size={18} strokeWidth={1.75} aria-hidden="true" />
              </Button>
            )}
          </span>
        ))}
        {times.length < TIMES_MAX && !times.includes(MIDDAY) && (
          <Button kind="quiet" onClick={() => save({ times: [...times, MIDDAY] })}>
            {say('One more')}
          </Button>
        )}
      </div>
    </div>
  )
}

type ClockProps = { label: string; time: string; onChoose: (time: string) => Promise<boolean> }

/** A time that is saved when one leaves it; a refusal puts it back. */
function Clock({ label, time, onChoose }: ClockProps) {
  return (
    <input
      key={time}
      className={styles.clock}
      type="time"
      aria-label={label}
      required
      defaultValue={time}
      onBlur={async ({ target }) => {
        if (target.value === time) return
        if (target.value === '' || !(await onChoose(target.value))) target.value = time
      }}
    />
  )
}
