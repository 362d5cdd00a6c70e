// Your own settings: how Foyer looks and listens on this device, your password, and where you are signed in.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '#browser/problem'
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
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'
import styles from './settings-page.module.css'

/** @param props what other rooms have here: the form for one's own profile, and a guest's stay */
export function SettingsPage({ profile, stay }: { profile: ReactNode; stay: ReactNode }) {
  const { roles } = useMe()
  return (
    <div className={page.page}>
      <PageTitle>Settings</PageTitle>
      <ul className={styles.ways}>
        <li>
          <Link to="/brief/settings">When your brief comes, and what it weighs</Link>
        </li>
        <li>
          <Link to="/settings/notices">How notices reach you</Link>
        </li>
        <li>
          <Link to="/saved">What you saved</Link>
        </li>
        <li>
          <Link to="/settings/silenced">Whom you muted and blocked</Link>
        </li>
        <li>
          <Link to="/moderation">What was reported, and what came of it</Link>
        </li>
        <li>
          <Link to="/settings/data">Your data: a copy of it, and leaving</Link>
        </li>
        {roles.includes('administrator') && (
          <li>
            <Link to="/administration">Administration</Link>
          </li>
        )}
      </ul>
      {stay}
      <Panel title="Profile">{profile}</Panel>
      <Panel title="This device">
        <ThemeChoice />
        <ShortcutSwitch />
      </Panel>
      <Panel title="Password">
        <PasswordForm />
      </Panel>
      <Panel title="Where you are signed in">
        <SessionList />
        <SignOut />
      </Panel>
    </div>
  )
}

const THEMES: { theme: Theme; label: string }[] = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
]

function ThemeChoice() {
  const chosen = useTheme()
  return (
    <fieldset className={choices.choices}>
      <legend>Light or dark</legend>
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
      Single keys do things. Press ? anywhere to see which.
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
        Sign out
      </Button>
      <Dialog title="Something is not sent yet" open={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          {waiting === 1 ? 'One thing you did waits' : `${waiting} things you did wait`} to be sent. Signing
          out removes everything of yours from this device.
        </p>
        <Button kind="danger" onClick={signOut}>
          Sign out all the same
        </Button>
      </Dialog>
    </div>
  )
}
