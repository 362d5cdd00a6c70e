import { whom } from '#contract/whom'
import { on, type Route } from '#platform/gate'
import { getReplyToAsk } from '../from-reply/get-reply-to-ask.ts'
import { getAskedOf } from './get-asked-of.ts'
import { listSpacesToAsk } from './list-spaces-to-ask.ts'

export const whomRoutes: Route[] = [
  on(whom.getAskedOf, getAskedOf),
  on(whom.listSpacesToAsk, listSpacesToAsk),
  on(whom.getReplyToAsk, getReplyToAsk),
]
