// Asking: the question, its details, and where it is asked.
import { type ReactNode, useRef, useState } from 'react'
import { useDraft } from '#browser/drafts'
import { say, sayAs } from '#browser/say'
import type { Strength } from '#contract/answers'
import type { FileId, ReplyId, SpaceId } from '#contract/ref'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './ask.module.css'
import type { AskParts } from './ask-parts.ts'
import { BegunWith } from './begun-with.tsx'
import { DraftsWay } from './drafts-way.tsx'
import { AnonymousForm } from './secrecy/anonymous-form.tsx'
import { AskedHereList } from './secrecy/asked-here-list.tsx'
import { ConfidentialForm } from './secrecy/confidential-form.tsx'
import { StrengthChoice } from './secrecy/strength-choice.tsx'
import { Served } from './served.tsx'
import similar from './similar.module.css'
import { SimilarQuestions } from './similar-questions.tsx'
import { SimilarTold } from './similar-told.tsx'
import { ASK_DRAFT, useAskQuestion } from './use-ask-question.ts'
import { useServed } from './use-served.ts'
import { useSimilar } from './use-similar.ts'
import { useReplyToAsk, useWhom } from './use-whom.ts'
import { WhichSpace } from './which-space.tsx'
import { Whom } from './whom.tsx'

/** The same bound as the contract's. */
const TITLE_CHARACTERS_MAX = 300
const NO_FILES: readonly [] = []

type AskPageProps = {
  parts: AskParts
  /** What stands in the form where nothing was begun: a space, and words of the question. */
  prefill: { spaceId: string; text: string; personId: string; replyId: string }
}

export function AskPage(props: AskPageProps) {
  const [strength, setStrength] = useState<Strength>('named')
  return (
    <div className={styles.page}>
      <PageTitle>{say('Ask a question')}</PageTitle>
      <div className={page.page}>
        <DraftsWay className={styles.drafts} />
        <StrengthChoice chosen={strength} onChoose={setStrength} />
        {strength === 'anonymous' && <AnonymousForm />}
      </div>
      {strength === 'confidential' && <ConfidentialForm />}
      {strength === 'named' && <AskFrom {...props} />}
      <div className={page.page}>
        <AskedHereList />
      </div>
    </div>
  )
}

/** What begins with a reply waits for it, and takes its space and the sentence in it that asks. */
function AskFrom({ parts, prefill }: AskPageProps) {
  const { data, error, refetch } = useReplyToAsk(prefill.replyId, '')
  if (prefill.replyId === '') return <AskByName parts={parts} prefill={prefill} />
  if (error !== null) return <Trouble problem={error} onRetry={refetch} />
  if (data === undefined) return <Skeleton lines={6} />
  const begun = { ...prefill, text: prefill.text || data.title, spaceId: prefill.spaceId || data.space.id }
  return <AskByName parts={parts} prefill={begun} />
}

/** While one types here, similar questions are looked up: with the name of whoever types. */
function AskByName({ parts, prefill }: AskPageProps) {
  const asking = useAsking(prefill)
  const items = useSimilar(asking.title)
  const { served, serve, isConfirming, askAgain } = useServed({
    draft: ASK_DRAFT,
    text: asking.title,
  })
  if (served !== undefined) return <Served question={served} onAsk={askAgain} />
  return (
    <div className={similar.sides}>
      <AskForm parts={parts} asking={asking} told={<SimilarTold items={items} />} />
      <SimilarQuestions items={items} onServed={serve} isConfirming={isConfirming} />
    </div>
  )
}

type AskFormProps = { parts: AskParts; asking: ReturnType<typeof useAsking>; told: ReactNode }

function AskForm({ parts: { Composer, PersonPicker }, asking, told }: AskFormProps) {
  return (
    <div className={styles.form}>
      <Field
        ref={asking.field}
        label={say('Your question')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={asking.title}
        onChange={({ target }) => asking.setTitle(target.value)}
        {...(asking.lacks === 'title' && { error: say('Write your question first.') })}
      />
      {told}
      <Composer
        label={say('Details, if it needs them')}
        submitLabel={sayAs('a question', 'Ask')}
        draftKey={ASK_DRAFT}
        startsWith={asking.details}
        files={NO_FILES}
        mayBeEmpty
        onSubmit={asking.submit}
      >
        {asking.replyId !== '' && <BegunWith {...asking} />}
        <Whom asked={asking.asked} onSpace={asking.setSpaceId} PersonPicker={PersonPicker} />
        <WhichSpace
          spaceId={asking.spaceId}
          onChoose={asking.setSpaceId}
          problem={asking.lacks === 'space' ? say('Choose the space in which you ask.') : undefined}
        />
      </Composer>
    </div>
  )
}

function useAsking(prefill: AskPageProps['prefill']) {
  const first = asQuestion(prefill.text)
  const [title, setTitle] = useDraft(`${ASK_DRAFT}:title`, first.title)
  const [spaceId, setSpaceId] = useDraft(`${ASK_DRAFT}:space`, prefill.spaceId)
  const [lacks, setLacks] = useState<'title' | 'space'>()
  const field = useRef<HTMLInputElement>(null)
  const ask = useAskQuestion()
  const { replyId } = prefill
  const asked = useWhom(prefill.personId, spaceId)
  const [wantsQuote, onWantsQuote] = useState(true)
  const begun = useReplyToAsk(replyId, spaceId)
  const submit = async (body: string, fileIds: FileId[]) => {
    const lacking = title.trim() === '' ? 'title' : spaceId === '' ? 'space' : undefined
    setLacks(lacking)
    if (lacking === 'title') field.current?.focus()
    // What is lacking stands beside its field.
    const { whom } = asked
    asked.setIsLacking(whom === undefined)
    if (lacking !== undefined || whom === undefined) throw new Error(lacking ?? 'whom')
    const quotes = wantsQuote && begun.data?.mayQuote === true
    const from = replyId === '' ? {} : { from: { replyId: replyId as ReplyId, quotes } }
    return ask({ spaceId: spaceId as SpaceId, title: title.trim(), body, fileIds, whom, ...from })
  }
  const about = { replyId, wantsQuote, onWantsQuote, asked }
  return { title, setTitle, spaceId, setSpaceId, details: first.details, lacks, field, submit, ...about }
}

/** Words that come from elsewhere are the question as far as its line holds them, and its details beyond. */
function asQuestion(text: string): { title: string; details: string } {
  const [line = '', ...rest] = text.trim().split('\n')
  if (line.length <= TITLE_CHARACTERS_MAX) return { title: line, details: rest.join('\n').trim() }
  return { title: '', details: text.trim() }
}
