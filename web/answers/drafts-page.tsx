// One's drafts of questions and answers out of forwarded mail, the newest first, for oneself alone.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { say, sayWith } from '#browser/say'
import type { QuestionDraft } from '#contract/question-drafts'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { SheetList } from '#ui/sheet-list'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import page from '../ui/page.module.css'
import sheets from '../ui/sheets.module.css'
import { DraftForm } from './draft-form.tsx'
import styles from './drafts-page.module.css'
import { useDraftActs, useQuestionDrafts } from './use-question-drafts.ts'

export function QuestionDraftsPage() {
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Drafts of questions')}</PageTitle>
        <p className={page.under}>{say('Made of mail that you forwarded. Nobody else can see them.')}</p>
      </header>
      <DraftList />
    </div>
  )
}

function DraftList() {
  return (
    <SheetList
      label={say('Drafts of questions')}
      of={useQuestionDrafts()}
      empty={
        <EmptyState
          sentence={say(
            'Forward a thread from your mail to ask@ at the address of this network, and you will find it here as a question and its answer.',
          )}
          action={<Link to="/ask">{say('Ask a question')}</Link>}
        />
      }
    >
      {(draft) => <Draft draft={draft} />}
    </SheetList>
  )
}

function Draft({ draft }: { draft: QuestionDraft }) {
  const [isChanging, setIsChanging] = useState(false)
  const { isBusy, ...acts } = useDraftActs(draft)
  const { title, question, space } = draft
  return (
    <article aria-label={title ?? say('Question')}>
      <p className={sheets.above}>
        <Where draft={draft} />
      </p>
      {isChanging ? (
        <DraftForm draft={draft} onChange={acts.change} onClose={() => setIsChanging(false)} />
      ) : (
        <>
          {title !== null && <h2 className={sheets.title}>{title}</h2>}
          <Words markdown={question} />
          <Answer draft={draft} />
          <Note note={draft.note} />
          <footer className={sheets.foot}>
            {space !== null && (
              <Button kind="go" disabled={isBusy} onClick={acts.publish}>
                {say('Publish')}
              </Button>
            )}
            <Button kind="quiet" disabled={isBusy} onClick={() => setIsChanging(true)}>
              {say('Change')}
            </Button>
            <Button kind="quiet" disabled={isBusy} onClick={acts.discard}>
              {say('Discard')}
            </Button>
          </footer>
        </>
      )}
    </article>
  )
}

function Where({ draft: { space, at } }: { draft: QuestionDraft }) {
  const when = <When at={at} />
  if (space === null)
    return sayWith(
      'Forwarded {when}. Choose the space in which you ask: you can no longer ask where it was proposed.',
      {
        when,
      },
    )
  const name = (
    <Link to="/spaces/$id" params={{ id: space.id }}>
      {space.name}
    </Link>
  )
  return sayWith('Forwarded {when}, to be asked in {space}', { when, space: name })
}

function Answer({ draft: { answer, answeredBy } }: { draft: QuestionDraft }) {
  if (answer === null)
    return <p className={styles.none}>{say('There was no answer in what you forwarded.')}</p>
  return (
    <section className={styles.answer}>
      <h3>
        {answeredBy === null ? say('Your answer') : say('Answered by mail by {name}', { name: answeredBy })}
      </h3>
      <Words markdown={answer} />
    </section>
  )
}

function Note({ note }: { note: string | null }) {
  if (note === null) return null
  return (
    <section className={styles.note}>
      <h3>{say('You wrote above it, which is not published')}</h3>
      <p>{note}</p>
    </section>
  )
}
