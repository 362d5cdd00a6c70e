// Offering office hours, and giving them another theme or other times.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { call } from '#browser/client'
import { now, timeZone } from '#browser/clock'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { HoursCard } from '#contract/office-hours'
import type { PersonRef, SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import ask from '../ask.module.css'
import { WhichSpace } from '../which-space.tsx'
import styles from './hours.module.css'
import { beginningAt, formOf, freshForm, type HoursForm, timesOf } from './hours-words.ts'
import { useHoursDeed } from './use-hours.ts'

const THEME_CHARACTERS_MAX = 200

type Opening = { isOpen: boolean; onClose: () => void }

export function OfferDialog({ hosts, isOpen, onClose }: Opening & { hosts: readonly PersonRef[] }) {
  const first = hosts[0]
  return (
    <Dialog title={say('Offer office hours')} open={isOpen} onClose={onClose}>
      {isOpen && first !== undefined && <OfferForm hosts={hosts} first={first} onClose={onClose} />}
    </Dialog>
  )
}

type OfferFormProps = { hosts: readonly PersonRef[]; first: PersonRef; onClose: () => void }

function OfferForm({ hosts, first, onClose }: OfferFormProps) {
  const [form, setForm] = useState(() => freshForm(now()))
  const [hostId, setHostId] = useState(first.id)
  const [spaceId, setSpaceId] = useState('')
  const [problem, setProblem] = useState<string>()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const times = timesOf(form)
    if (spaceId === '') return setProblem(say('Choose the space in which it is held.'))
    if (times === undefined) return setProblem(say('Give a day and a time for both.'))
    const given = { hostId, spaceId: spaceId as SpaceId, ...times }
    try {
      const { id } = await call('answers', 'offerOfficeHours', given)
      onClose()
      await navigate({ to: '/answers/hours/$hoursId', params: { hoursId: id } })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {hosts.length > 1 && (
        <Choice
          label={say('Whose office hours')}
          value={hostId}
          onChoose={(id) => setHostId(id as typeof hostId)}
        >
          {hosts.map((host) => (
            <option key={host.id} value={host.id}>
              {host.name}
            </option>
          ))}
        </Choice>
      )}
      {hosts.length === 1 && <p className={styles.soft}>{say('Held by {name}.', { name: first.name })}</p>}
      <WhichSpace spaceId={spaceId} onChoose={setSpaceId} problem={undefined} />
      <TimeFields form={form} onChange={setForm} />
      <Choice
        label={say('Questions are taken')}
        value={form.opens}
        onChoose={(opens) => setForm({ ...form, opens: opens as HoursForm['opens'] })}
      >
        <option value="now">{say('from now on')}</option>
        <option value="day">{say('from a day before')}</option>
        <option value="begin">{say('once it begins')}</option>
      </Choice>
      <Foot problem={problem} submit={say('Offer them')} onClose={onClose} />
    </form>
  )
}

export function MoveDialog({ hours, isOpen, onClose }: Opening & { hours: HoursCard }) {
  return (
    <Dialog title={say('Change office hours')} open={isOpen} onClose={onClose}>
      {isOpen && <MoveForm hours={hours} onClose={onClose} />}
    </Dialog>
  )
}

function MoveForm({ hours, onClose }: { hours: HoursCard; onClose: () => void }) {
  const [form, setForm] = useState(() => formOf(hours))
  const [problem, setProblem] = useState<string>()
  const act = useHoursDeed()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const times = timesOf(form)
    if (times === undefined) return setProblem(say('Give a day and a time for both.'))
    // A field knows minutes alone: a beginning that was not touched stays as it is to the second.
    const isSame = form.begins === formOf(hours).begins
    const given = { ...times, ...(isSame && { beginsAt: hours.beginsAt }) }
    if (await act('moveOfficeHours', { hoursId: hours.id, ...given })) onClose()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TimeFields form={form} onChange={setForm} />
      <p className={styles.soft}>{say('Those who queued a question are told of other times by mail.')}</p>
      <Foot problem={problem} submit={say('Change them')} onClose={onClose} />
    </form>
  )
}

type TimeFieldsProps = { form: HoursForm; onChange: (form: HoursForm) => void }

function TimeFields({ form, onChange }: TimeFieldsProps) {
  const zone = timeZone().replaceAll('_', ' ')
  return (
    <>
      <Field
        label={say('What it is about')}
        required
        minLength={3}
        maxLength={THEME_CHARACTERS_MAX}
        value={form.theme}
        onChange={({ target }) => onChange({ ...form, theme: target.value })}
      />
      <Field
        label={say('Begins')}
        type="datetime-local"
        required
        hint={say('On the clocks of {zone}.', { zone })}
        value={form.begins}
        onChange={({ target }) => onChange(beginningAt(form, target.value))}
      />
      <Field
        label={say('Ends')}
        type="datetime-local"
        required
        hint={say('From 15 minutes live to three days.')}
        value={form.ends}
        onChange={({ target }) => onChange({ ...form, ends: target.value })}
      />
    </>
  )
}

type ChoiceProps = {
  label: string
  value: string
  onChoose: (value: string) => void
  children: ReactNode
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <label className={`${ask.choice} ${styles.choice}`}>
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </select>
    </label>
  )
}

function Foot({
  problem,
  submit,
  onClose,
}: {
  problem: string | undefined
  submit: string
  onClose: () => void
}) {
  return (
    <>
      {problem !== undefined && (
        <p className={ask.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button kind="go" type="submit">
          {submit}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </>
  )
}
