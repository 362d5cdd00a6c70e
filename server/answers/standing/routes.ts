import { answers } from '#contract/answers'
import { on, type Route } from '#platform/gate'
import { stopWaiting } from '../waiting/stop-waiting.ts'
import { wantToKnow } from '../waiting/want-to-know.ts'
import { acceptAnswer } from './accept-answer.ts'
import { confirmStillTrue } from './confirm-still-true.ts'
import { setReview } from './set-review.ts'
import { supersede } from './supersede.ts'
import { takeBackAcceptance } from './take-back-acceptance.ts'

export const standingRoutes: Route[] = [
  on(answers.acceptAnswer, acceptAnswer),
  on(answers.takeBackAcceptance, takeBackAcceptance),
  on(answers.setReview, setReview),
  on(answers.confirmStillTrue, confirmStillTrue),
  on(answers.supersede, supersede),
  on(answers.wantToKnow, wantToKnow),
  on(answers.stopWaiting, stopWaiting),
]
