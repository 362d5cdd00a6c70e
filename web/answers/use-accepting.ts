// Taking a reply for the answer, and taking that back.
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { QuestionStanding } from '#contract/answers'
import type { PersonRef, PostId, ReplyId } from '#contract/ref'
import { useToast } from '#ui/toast'
import { useDo } from './use-standing.ts'

type Answer = { id: ReplyId; author: PersonRef }

export function useAccepting(postId: PostId, standing: QuestionStanding | undefined) {
  const toast = useToast()
  const me = useMe()
  const act = useDo(postId)
  const before = standing?.answer ?? null
  // Whoever asked confidentially stands there as a colleague: what is shown waits for the answer, and names nobody.
  const isSecret = standing?.strength === 'confidential' && standing.youAsked
  const put = ({ id, author }: Answer) =>
    act(
      () => call('answers', 'acceptAnswer', { postId, replyId: id }),
      isSecret
        ? undefined
        : (known) => ({
            ...known,
            state: known.state === 'superseded' ? 'superseded' : 'answered',
            answer: { replyId: id, author, acceptedBy: me.person, acceptedAt: now().toISOString() },
            owner: author,
            reviewOn: null,
          }),
    )
  const remove = () =>
    act(
      () => call('answers', 'takeBackAcceptance', { postId }),
      (known) => ({ ...known, ...OPEN, state: known.state === 'superseded' ? 'superseded' : 'open' }),
    )
  const putBack = () => void (before === null ? remove() : put({ id: before.replyId, author: before.author }))
  return {
    accept: async (answer: Answer) => {
      if (await put(answer))
        toast({
          sentence: say('What {author} wrote is the answer.', { author: answer.author.name }),
          undo: putBack,
        })
    },
    takeBack: async () => {
      if (await remove()) toast({ sentence: say('The question is open again.'), undo: putBack })
    },
  }
}

const OPEN = { answer: null, owner: null, reviewOn: null }
