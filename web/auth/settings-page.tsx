// Your own settings: how Foyer looks and listens on this device, your password, and where you are signed in.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { leave, useMe } from '#browser/session'
import { areShortcutsOn, switchShortcuts } from '#browser/shortcuts'
import { chooseTheme, type Theme, useTheme } from '#browser/theme'
import { useWaiting } from '#browser/waiting'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import { useToast } from '#ui/toast'
import choices from '../ui/choices.module.css'
import page from '../ui/page.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'
import styles from './settings-page.module.css'

/** What other rooms have here. */
export type SettingsParts = {
  /** The form for one's own profile. */
  profile: ReactNode
  /** A guest's stay. */
  stay: ReactNode
  /** Whether one may be brought up to others; nothing for a guest. */
  voice: ReactNode
}

export function SettingsPage({ profile, stay, voice }: SettingsParts) {
  const { roles } = useMe()
  return (
    <div className={page.page}>
      <PageTitle>{say('Settings')}</PageTitle>
      <ul className={styles.ways}>
        <li>
          <Link to="/brief/settings">{say('When your brief comes, and what it weighs')}</Link>
        </li>
        <li>
          <Link to="/settings/notices">{say('How notices reach you')}</Link>
        </li>
        <li>
          <Link to="/voices">{say('Who you heard, and whom not')}</Link>
        </li>
        <li>
          <Link to="/saved">{say('What you saved')}</Link>
        </li>
        <li>
          <Link to="/settings/silenced">{say('Whom you muted and blocked')}</Link>
        </li>
        <li>
          <Link to="/moderation">{say('What was reported, and what came of it')}</Link>
        </li>
        <li>
          <Link to="/settings/data">{say('Your data: a copy of it, and leaving')}</Link>
        </li>
        {roles.includes('steward') && (
          <li>
            <Link to="/administration/participation">{say('How many executives take part')}</Link>
          </li>
        )}
        {roles.includes('administrator') && (
          <li>
            <Link to="/administration">{say('Administration')}</Link>
          </li>
        )}
      </ul>
      {stay}
      <Panel title={say('Profile')}>{profile}</Panel>
      {voice && <Panel title={say('Your voice')}>{voice}</Panel>}
      <Panel title={say('Language')}>
        <LanguageChoice />
      </Panel>
      <Panel title={say('This device')}>
        <ThemeChoice />
        <ShortcutSwitch />
      </Panel>
      <Panel title={say('Password')}>
        <PasswordForm />
      </Panel>
      <Panel title={say('Where you are signed in')}>
        <SessionList />
        <SignOut />
      </Panel>
    </div>
  )
}

const THEMES: { theme: Theme; label: string }[] = [
  { theme: 'system', label: say('As the system') },
  { theme: 'light', label: say('Light') },
  { theme: 'dark', label: say('Dark') },
]

function ThemeChoice() {
  const chosen = useTheme()
  return (
    <fieldset className={choices.choices}>
      <legend>{say('Light or dark')}</legend>
      {THEMES.map(({ theme, label }) => (
        <label key={theme} className={choices.choice}>
          <input type="radio" name="theme" checked={chosen === theme} onChange={() => chooseTheme(theme)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function ShortcutSwitch() {
  const [isOn, setIsOn] = useState(areShortcutsOn)
  return (
    <label className={choices.choice}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          switchShortcuts(target.checked ? 'on' : 'off')
          setIsOn(target.checked)
        }}
      />
      {say('Single keys do things. Press ? anywhere to see which.')}
    </label>
  )
}

function SignOut() {
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const waiting = useWaiting().acts.filter(({ about }) => about.isQuiet !== true).length
  const signOut = () => leave().catch((error) => toast({ sentence: sentenceOf(error) }))
  return (
    <div>
      <Button kind="danger" onClick={() => (waiting === 0 ? signOut() : setIsAsking(true))}>
        {say('Sign out')}
      </Button>
      <Dialog title={say('Something is not sent yet')} open={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          {say(
            '{waiting, plural, one {One thing you did waits} other {# things you did wait}} to be sent. Signing out removes everything of yours from this device.',
            { waiting },
          )}
        </p>
        <Button kind="danger" onClick={signOut}>
          {say('Sign out all the same')}
        </Button>
      </Dialog>
    </div>
  )
}
