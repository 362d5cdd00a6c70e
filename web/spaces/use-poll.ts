// What one does with a poll: vote, take that back, close it, change it.
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { GivenPoll, Poll } from '#contract/polls'
import type { Post } from '#contract/said'
import { useToast } from '#ui/toast'
import { changeSaid } from './held-threads.ts'

/** Each answers whether it was done; a refusal is told here. */
export function usePoll({ id: postId, poll: before }: Pick<Post, 'id'> & { poll: Poll }) {
  const client = useQueryClient()
  const toast = useToast()
  const put = async (ask: () => Promise<Poll>): Promise<boolean> => {
    try {
      const poll = await ask()
      changeSaid(client, postId, (said) => ('poll' in said ? { ...said, poll } : said))
      return true
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
      return false
    }
  }
  const choose = (choices: readonly number[]) =>
    put(() =>
      choices.length === 0
        ? call('spaces', 'takeBackVote', { postId })
        : call('spaces', 'vote', { postId, choices: [...choices] }),
    )
  const chooseWithUndo = async (choices: readonly number[], sentence: string) => {
    const isDone = await choose(choices)
    if (isDone) toast({ sentence, undo: () => void choose(before.yours) })
    return isDone
  }
  return {
    vote: (choices: readonly number[]) => chooseWithUndo(choices, say('Your vote counts.')),
    takeBack: () => chooseWithUndo([], say('Your vote is taken back.')),
    close: () => put(() => call('spaces', 'closePoll', { postId })),
    change: (poll: GivenPoll) => put(() => call('spaces', 'changePoll', { postId, poll })),
  }
}
