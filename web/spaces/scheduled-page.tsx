// One's posts that wait for their time, the next first, for oneself alone.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { timeZone } from '#browser/clock'
import { hasDraft, useDraft } from '#browser/drafts'
import { say, sayWith } from '#browser/say'
import type { FileId } from '#contract/ref'
import type { Scheduled } from '#contract/scheduled'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { SheetList } from '#ui/sheet-list'
import { Words } from '#ui/words'
import page from '../ui/page.module.css'
import sheets from '../ui/sheets.module.css'
import { Attachments } from './attachments.tsx'
import { Composer } from './composer.tsx'
import { LaterFields } from './later-fields.tsx'
import { laterWords } from './later-words.ts'
import styles from './scheduled-page.module.css'
import { SpaceLink } from './space-link.tsx'
import { useScheduled, useScheduledActs } from './use-scheduled.ts'

const TITLE_CHARACTERS_MAX = 300

export function ScheduledPage() {
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Scheduled')}</PageTitle>
        <p className={page.under}>
          {say('Posts of yours that wait for their time. Nobody else can see them.')}
        </p>
      </header>
      <ScheduledList />
    </div>
  )
}

function ScheduledList() {
  return (
    <SheetList
      label={say('Scheduled posts')}
      of={useScheduled()}
      empty={
        <EmptyState
          sentence={say(
            'Here you will find posts that you wrote for later. Begin to say something in a space and choose “Post later”.',
          )}
          action={<Link to="/spaces">{say('Choose a space')}</Link>}
        />
      }
    >
      {(item) => <Item item={item} />}
    </SheetList>
  )
}

function Item({ item }: { item: Scheduled }) {
  const [isChanging, setIsChanging] = useState(() => hasDraft(draftKeyOf(item)))
  const acts = useScheduledActs(item)
  return (
    <article aria-label={item.title ?? whenWords(item)}>
      <p className={sheets.above}>
        <Posting item={item} />
      </p>
      {item.whyNot !== null && (
        <p className={styles.whyNot}>
          {say('It could not be posted and is kept here. {whyNot}', { whyNot: item.whyNot })}
        </p>
      )}
      {isChanging ? (
        <ChangeForm item={item} onChange={acts.change} onClose={() => setIsChanging(false)} />
      ) : (
        <>
          {item.title !== null && <h2 className={sheets.title}>{item.title}</h2>}
          <Words markdown={item.body} files={item.files} />
          <Attachments files={item.files} body={item.body} />
          {item.poll && (
            <p className={styles.poll}>
              {say('With a poll: {options}', { options: item.poll.options.join(' · ') })}
            </p>
          )}
          <footer className={sheets.foot}>
            {item.space && <Button onClick={acts.postNow}>{say('Post now')}</Button>}
            {item.space && (
              <Button kind="quiet" onClick={() => setIsChanging(true)}>
                {say('Change')}
              </Button>
            )}
            <Button kind="quiet" onClick={acts.remove}>
              {say('Delete')}
            </Button>
          </footer>
        </>
      )}
    </article>
  )
}

/** When it is posted, where, and as what. */
function Posting({ item }: { item: Scheduled }) {
  const posted = <span>{whenWords(item)}</span>
  const space = item.space && <SpaceLink space={item.space} />
  if (space === null)
    return item.isAnnouncement ? sayWith('{posted}, as an announcement', { posted }) : posted
  return item.isAnnouncement
    ? sayWith('{posted} in {space}, as an announcement', { posted, space })
    : sayWith('{posted} in {space}', { posted, space })
}

function whenWords({ at, on, timeZone: zone }: Scheduled): string {
  const when = laterWords(on)
  if (at === null) return say('Was to be posted on {when}', { when })
  return zone === timeZone()
    ? say('Will be posted on {when}', { when })
    : say('Will be posted on {when} ({zone})', { when, zone: zone.replaceAll('_', ' ') })
}

function draftKeyOf({ id }: Scheduled): string {
  return `scheduled:${id}`
}

type ChangeFormProps = {
  item: Scheduled
  onChange: ReturnType<typeof useScheduledActs>['change']
  onClose: () => void
}

function ChangeForm({ item, onChange, onClose }: ChangeFormProps) {
  const draftKey = draftKeyOf(item)
  const [title, setTitle] = useDraft(`${draftKey}:title`, item.title ?? '')
  const [on, setOn] = useDraft(`${draftKey}:on`, item.on)
  const { kind, isAnnouncement, poll } = item
  const submit = async (body: string, fileIds: FileId[]) => {
    const words = { kind, isAnnouncement, body, fileIds, ...(title.trim() !== '' && { title: title.trim() }) }
    // A time that was not touched stays in the zone in which it was chosen.
    const zone = on === item.on ? item.timeZone : timeZone()
    await onChange({ ...words, ...(poll !== null && { poll }), on, timeZone: zone })
    onClose()
  }
  return (
    <div className={styles.form}>
      <Field
        label={say('Title')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Composer
        {...{ label: say('Your words'), submitLabel: say('Change'), draftKey, onSubmit: submit }}
        startsWith={item.body}
        files={item.files}
        onCancel={onClose}
        startsFocused
      >
        <LaterFields on={on} onChoose={setOn} />
      </Composer>
    </div>
  )
}
