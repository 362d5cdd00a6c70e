import { polls } from '#contract/polls'
import { on, type Route } from '#platform/gate'
import { changePoll } from './change-poll.ts'
import { closePoll } from './close-poll.ts'
import { takeBackVote } from './take-back-vote.ts'
import { vote } from './vote.ts'

export const pollsRoutes: Route[] = [
  on(polls.vote, vote),
  on(polls.takeBackVote, takeBackVote),
  on(polls.closePoll, closePoll),
  on(polls.changePoll, changePoll),
]
