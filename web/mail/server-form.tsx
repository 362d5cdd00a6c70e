// The mail server by which letters leave. A password goes in and never comes back out.
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { MailSettings } from '#contract/mail'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import styles from './mail.module.css'
import { type ToSave, useSaveMailSettings } from './use-mail.ts'

type Security = ToSave['security']

const SECURITY: Record<Security, string> = {
  starttls: say('STARTTLS, usually at port 587'),
  tls: say('TLS from the start, usually at port 465'),
  none: say('Nothing: only for a server on this machine'),
}

export function ServerForm({ settings }: { settings: MailSettings }) {
  return settings.saidBy === 'environment' ? <Said settings={settings} /> : <Form settings={settings} />
}

function Said({ settings: { server, sender, domain } }: { settings: MailSettings }) {
  return (
    <p>
      {say('MAIL_URL says how letters leave, and wins over what is set here: by {server}, as {sender}.', {
        server: server?.host ?? say('a server'),
        sender,
      })}
      {domain !== null && ` ${say('Answers come in at {domain}.', { domain })}`}
    </p>
  )
}

/** What stands in the form, as text. */
function typedFrom({ server, sender, domain }: MailSettings) {
  return {
    host: server?.host ?? '',
    port: String(server?.port ?? 587),
    security: server?.security ?? ('starttls' as Security),
    userName: server?.userName ?? '',
    password: '',
    sender,
    domain: domain ?? '',
  }
}

type Typed = ReturnType<typeof typedFrom>
type Change = (change: Partial<Typed>) => void

function toSave({ host, port, userName, password, domain, security, sender }: Typed): ToSave {
  return {
    ...{ security, sender, port: Number(port) },
    ...{ host: orNull(host), userName: orNull(userName), domain: orNull(domain) },
    ...(password !== '' && { password }),
  }
}

function Form({ settings }: { settings: MailSettings }) {
  const [typed, setTyped] = useState(() => typedFrom(settings))
  const change: Change = (more) => setTyped((known) => ({ ...known, ...more }))
  const toast = useToast()
  const save = useSaveMailSettings()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(toSave(typed), {
      onSuccess: ({ server }) => {
        change({ password: '' })
        const isLost = server?.userName != null && !server.hasPassword
        toast({
          sentence: isLost ? say('Saved. Give the password too: this server has none yet.') : say('Saved.'),
        })
      },
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Place typed={typed} change={change} />
      <Account typed={typed} change={change} hasPassword={settings.server?.hasPassword ?? false} />
      <Field
        label={say('Sender')}
        required
        value={typed.sender}
        onChange={({ target }) => change({ sender: target.value })}
      />
      <Field
        label={say('Domain for answers')}
        hint={
          settings.isDomainFixed
            ? say('MAIL_DOMAIN says it, and wins over what is set here.')
            : say(
                'Where answers and posts by mail come in, such as talk.example.org. All mail of this domain must reach Foyer.',
              )
        }
        disabled={settings.isDomainFixed}
        value={typed.domain}
        onChange={({ target }) => change({ domain: target.value })}
      />
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(save.error)}
        </p>
      )}
      <div>
        <Button kind="go" type="submit" disabled={save.isPending}>
          {say('Save')}
        </Button>
      </div>
    </form>
  )
}

function Place({ typed, change }: { typed: Typed; change: Change }) {
  return (
    <>
      <div className={styles.pair}>
        <Field
          label={say('Server')}
          hint={say('Such as mail.example.org.')}
          value={typed.host}
          onChange={({ target }) => change({ host: target.value })}
        />
        <Field
          label={say('Port')}
          inputMode="numeric"
          pattern="[0-9]{1,5}"
          required
          value={typed.port}
          onChange={({ target }) => change({ port: target.value })}
        />
      </div>
      <label className={styles.choice}>
        {say('Secured by')}
        <select
          value={typed.security}
          onChange={({ target }) => change({ security: target.value as Security })}
        >
          {Object.entries(SECURITY).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type AccountProps = { typed: Typed; change: Change; hasPassword: boolean }

function Account({ typed, change, hasPassword }: AccountProps) {
  return (
    <>
      <Field
        label={say('User')}
        hint={say('Leave it empty if the server asks for none.')}
        autoComplete="off"
        value={typed.userName}
        onChange={({ target }) => change({ userName: target.value })}
      />
      <Field
        label={say('Password')}
        type="password"
        autoComplete="new-password"
        hint={
          hasPassword
            ? say('One is set. It is never shown; leave this empty to keep it.')
            : say('It is never shown again.')
        }
        value={typed.password}
        onChange={({ target }) => change({ password: target.value })}
      />
    </>
  )
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed
}
