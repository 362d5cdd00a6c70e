// By what notices come: first one way, and a second when the first stays unseen.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { NoticeSettings, NoticeSettingsReply } from '#contract/notices'
import { Button } from '#ui/button'
import { Panel } from '#ui/panel'
import { useToast } from '#ui/toast'
import choices from '../ui/choices.module.css'
import styles from './notice-settings.module.css'
import { beginPush, endPush, type PushStanding, pushStanding } from './push.ts'
import { useKeep, useSave } from './use-notice-settings.ts'

const FIRST: { value: NoticeSettings['first']; label: string }[] = [
  { value: 'mail', label: say('Mail') },
  { value: 'push', label: say('Push') },
  { value: 'in-app', label: say('Only in Foyer') },
]
const SECOND: { value: NoticeSettings['second']; label: string }[] = [
  { value: 'none', label: say('Nothing') },
  { value: 'mail', label: say('Mail') },
  { value: 'push', label: say('Push') },
]

export function Channels({ reply }: { reply: NoticeSettingsReply }) {
  const { settings, browserCount } = reply
  const save = useSave()
  const wantsPush = settings.first === 'push' || settings.second === 'push'
  return (
    <Panel title={say('By what')}>
      <Choice
        legend={say('First')}
        options={FIRST}
        chosen={settings.first}
        onChoose={(first) => save({ first, ...(settings.second === first && { second: 'none' }) })}
      />
      <Choice
        legend={say('When that stays unseen for two hours')}
        options={SECOND.filter(({ value }) => value !== settings.first)}
        chosen={settings.second}
        onChoose={(second) => save({ second })}
      />
      {wantsPush && browserCount === 0 && (
        <p className={styles.hint}>{say('None of your browsers takes pushes yet, so mail comes instead.')}</p>
      )}
      <ThisBrowser />
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={settings.pushSaysWhat}
          onChange={({ target }) => save({ pushSaysWhat: target.checked })}
        />
        {say('A push says what it is about. Others may read that on a locked screen.')}
      </label>
    </Panel>
  )
}

type ChoiceProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ legend, options, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className={choices.choices}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={choices.choice}>
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

const STANDING = ['notices', 'push-standing']

const SAYS: Record<PushStanding, string> = {
  unsupported: say(
    'This browser takes no pushes from Foyer. On a phone, add Foyer to the home screen first.',
  ),
  denied: say(
    'This browser was told to show nothing of Foyer. Allow it in the browser’s own settings for this page, then come back.',
  ),
  off: say('This browser does not take pushes yet.'),
  on: say('This browser takes pushes: at most one a day, and what cannot wait.'),
}

function ThisBrowser() {
  const { data: standing } = useQuery({ queryKey: STANDING, queryFn: pushStanding })
  const { begin, end } = usePush()
  if (standing === undefined) return null
  return (
    <div className={styles.browser}>
      <p role="status">{SAYS[standing]}</p>
      {standing === 'off' && <Button onClick={begin}>{say('Take pushes in this browser')}</Button>}
      {standing === 'on' && (
        <Button kind="quiet" onClick={end}>
          {say('No more in this browser')}
        </Button>
      )}
    </div>
  )
}

function usePush() {
  const queries = useQueryClient()
  const keep = useKeep()
  const toast = useToast()
  const turn = async (turning: typeof beginPush, sentence: string) => {
    try {
      const reply = await turning()
      if (reply !== undefined) await keep(Promise.resolve(reply), { sentence })
    } catch (error) {
      toast({ sentence: say('That did not work. {sentence}', { sentence: sentenceOf(error) }) })
    }
    await queries.invalidateQueries({ queryKey: STANDING })
  }
  return {
    begin: () => turn(beginPush, say('Pushes come to this browser.')),
    end: () => turn(endPush, say('No more pushes come to this browser.')),
  }
}
