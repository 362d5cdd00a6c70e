// Asking confidentially. Similar questions are looked up as in asking by name: that somebody looks is shown to nobody.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#browser/client'
import { clearDraft } from '#browser/drafts'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { useToast } from '#ui/toast'
import { Served } from '../served.tsx'
import similar from '../similar.module.css'
import { SimilarQuestions } from '../similar-questions.tsx'
import { SimilarTold } from '../similar-told.tsx'
import { useServed } from '../use-served.ts'
import { useSimilar } from '../use-similar.ts'
import { WhichSpace } from '../which-space.tsx'
import { SecretForm, type SecretWords, useSecretWords } from './secret-form.tsx'

const DRAFT = 'ask-confidentially'

export function ConfidentialForm() {
  const { person } = useMe()
  if (person.guestOf !== null) return <p role="status">{say('Guests ask with their names.')}</p>
  return <Form />
}

function Form() {
  const words = useSecretWords(DRAFT)
  const items = useSimilar(words.title)
  const { served, serve, isConfirming, askAgain } = useServed({
    draft: DRAFT,
    text: words.title,
  })
  const ask = useAskConfidentially()
  if (served !== undefined) return <Served question={served} onAsk={askAgain} />
  return (
    <div className={similar.sides}>
      <SecretForm
        words={words}
        told={<SimilarTold items={items} />}
        submitLabel={say('Ask confidentially')}
        {...ask}
      >
        <WhichSpace spaceId={words.spaceId} onChoose={words.setSpaceId} problem={undefined} />
      </SecretForm>
      <SimilarQuestions items={items} onServed={serve} isConfirming={isConfirming} />
    </div>
  )
}

/** Sends it and leads to its thread. */
function useAskConfidentially() {
  const [isSending, setIsSending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const send = async (given: SecretWords) => {
    setIsSending(true)
    setError(null)
    try {
      const { postId } = await call('answers', 'askConfidentially', given)
      clearDraft(DRAFT)
      client.invalidateQueries({ queryKey: ['spaces'] })
      toast({ sentence: say('Asked. You are told when somebody answers.') })
      await navigate({ to: '/threads/$postId', params: { postId } })
    } catch (refused) {
      setError(refused as Error)
    } finally {
      setIsSending(false)
    }
  }
  return { isSending, error, send }
}
