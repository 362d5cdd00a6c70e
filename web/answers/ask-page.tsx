// Asking: the question, its details, and where it is asked.
import { useRef, useState } from 'react'
import { useDraft } from '#browser/drafts'
import { say, sayAs } from '#browser/say'
import type { FileId, SpaceId } from '#contract/ref'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import page from '../ui/page.module.css'
import styles from './ask.module.css'
import type { AskParts } from './ask-parts.ts'
import { ASK_DRAFT, useAskQuestion } from './use-ask-question.ts'
import { WhichSpace } from './which-space.tsx'

/** The same bound as the contract's. */
const TITLE_CHARACTERS_MAX = 300
const NO_FILES: readonly [] = []

type AskPageProps = {
  parts: AskParts
  /** What stands in the form where nothing was begun: a space, and words of the question. */
  prefill: { spaceId: string; text: string }
}

export function AskPage({ parts: { Composer }, prefill }: AskPageProps) {
  const asking = useAsking(prefill)
  return (
    <div className={page.page}>
      <PageTitle>{say('Ask a question')}</PageTitle>
      <div className={styles.form}>
        <Field
          ref={asking.field}
          label={say('Your question')}
          maxLength={TITLE_CHARACTERS_MAX}
          value={asking.title}
          onChange={({ target }) => asking.setTitle(target.value)}
          {...(asking.lacks === 'title' && { error: say('Write your question first.') })}
        />
        <Composer
          label={say('Details, if it needs them')}
          submitLabel={sayAs('a question', 'Ask')}
          draftKey={ASK_DRAFT}
          startsWith={asking.details}
          files={NO_FILES}
          mayBeEmpty
          onSubmit={asking.submit}
        >
          <WhichSpace
            spaceId={asking.spaceId}
            onChoose={asking.setSpaceId}
            problem={asking.lacks === 'space' ? say('Choose the space in which you ask.') : undefined}
          />
        </Composer>
      </div>
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
  const submit = async (body: string, fileIds: FileId[]) => {
    const lacking = title.trim() === '' ? 'title' : spaceId === '' ? 'space' : undefined
    setLacks(lacking)
    if (lacking === 'title') field.current?.focus()
    // What is lacking stands beside its field.
    if (lacking !== undefined) throw new Error(lacking)
    return ask({ spaceId: spaceId as SpaceId, title: title.trim(), body, fileIds })
  }
  return { title, setTitle, spaceId, setSpaceId, details: first.details, lacks, field, submit }
}

/** Words that come from elsewhere are the question as far as its line holds them, and its details beyond. */
function asQuestion(text: string): { title: string; details: string } {
  const [line = '', ...rest] = text.trim().split('\n')
  if (line.length <= TITLE_CHARACTERS_MAX) return { title: line, details: rest.join('\n').trim() }
  return { title: '', details: text.trim() }
}
