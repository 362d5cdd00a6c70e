// Sending a question, at once or as soon as there is a line; the page then leads to its thread.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Question } from '#browser/client'
import { begunUnder } from '#browser/drafts'
import { sendOrKeep } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useToast } from '#ui/toast'

/** Under which name what is begun of a question is kept. */
export const ASK_DRAFT = 'ask'

type Asked = Question<'answers', 'askQuestion'>

/** Rejects when the question was refused, once it has told why; the words stay then. */
export function useAskQuestion(): (asked: Asked) => Promise<unknown> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const ask = useMutation({
    mutationFn: (asked: Asked) =>
      sendOrKeep(['answers', 'askQuestion'], asked, {
        sentence: say('Your question “{title}”', { title: asked.title }),
        href: '/ask',
        begun: begunUnder(ASK_DRAFT),
      }),
    onSuccess: async (outcome, { spaceId }) => {
      if (outcome.is === 'waiting') {
        toast({ sentence: say('Kept on this device. It is sent as soon as there is a connection.') })
        return navigate({ to: '/spaces/$id', params: { id: spaceId } })
      }
      client.invalidateQueries({ queryKey: ['spaces'] })
      toast({ sentence: say('Asked. You are told when somebody answers.') })
      return navigate({ to: '/threads/$postId', params: { postId: outcome.reply.postId } })
    },
    onError: (error) =>
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) }),
  })
  return (asked) => ask.mutateAsync(asked)
}
