// The mail server by which letters leave. A password goes in and never comes back out.
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import type { MailSettings } from '#contract/mail'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import styles from './mail.module.css'
import { type ToSave, useSaveMailSettings } from './use-mail.ts'

type Security = ToSave['security']

const SECURITY: Record<Security, string> = {
  starttls: 'STARTTLS, usually at port 587',
  tls: 'TLS from the start, usually at port 465',
  none: 'Nothing: only for a server on this machine',
}

export function ServerForm({ settings }: { settings: MailSettings }) {
  return settings.saidBy === 'environment' ? <Said settings={settings} /> : <Form settings={settings} />
}

function Said({ settings: { server, sender, domain } }: { settings: MailSettings }) {
  return (
    <p>
      MAIL_URL says how letters leave, and wins over what is set here: by {server?.host ?? 'a server'}, as{' '}
      {sender}.{domain !== null && ` Answers come in at ${domain}.`}
    </p>
  )
}

function Form({ settings }: { settings: MailSettings }) {
  const { server } = settings
  const [host, setHost] = useState(server?.host ?? '')
  const [port, setPort] = useState(String(server?.port ?? 587))
  const [security, setSecurity] = useState<Security>(server?.security ?? 'starttls')
  const [userName, setUserName] = useState(server?.userName ?? '')
  const [password, setPassword] = useState('')
  const [sender, setSender] = useState(settings.sender)
  const [domain, setDomain] = useState(settings.domain ?? '')
  const toast = useToast()
  const save = useSaveMailSettings()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const toSave = {
      ...{ security, sender, port: Number(port) },
      ...{ host: orNull(host), userName: orNull(userName), domain: orNull(domain) },
      ...(password !== '' && { password }),
    }
    save.mutate(toSave, {
      onSuccess: ({ server: saved }) => {
        setPassword('')
        const isLost = saved?.userName != null && !saved.hasPassword
        toast({ sentence: isLost ? 'Saved. Give the password too: this server has none yet.' : 'Saved.' })
      },
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <Field
          label="Server"
          hint="Such as mail.example.org."
          value={host}
          onChange={({ target }) => setHost(target.value)}
        />
        <Field
          label="Port"
          inputMode="numeric"
          pattern="[0-9]{1,5}"
          required
          value={port}
          onChange={({ target }) => setPort(target.value)}
        />
      </div>
      <label className={styles.choice}>
        Secured by
        <select value={security} onChange={({ target }) => setSecurity(target.value as Security)}>
          {Object.entries(SECURITY).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Field
        label="User"
        hint="Leave it empty if the server asks for none."
        autoComplete="off"
        value={userName}
        onChange={({ target }) => setUserName(target.value)}
      />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={
          server?.hasPassword
            ? 'One is set. It is never shown; leave this empty to keep it.'
            : 'It is never shown again.'
        }
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Field label="Sender" required value={sender} onChange={({ target }) => setSender(target.value)} />
      <Field
        label="Domain for answers"
        hint={
          settings.isDomainFixed
            ? 'MAIL_DOMAIN says it, and wins over what is set here.'
            : 'Where answers and posts by mail come in, such as talk.example.org. All mail of this domain must reach Foyer.'
        }
        disabled={settings.isDomainFixed}
        value={domain}
        onChange={({ target }) => setDomain(target.value)}
      />
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(save.error)}
        </p>
      )}
      <div>
        <Button kind="go" type="submit" disabled={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed
}
