import { secrecy } from '#contract/secrecy'
import { on, onOpen, type Route } from '#platform/gate'
import { acceptAnonymously } from './accept-anonymously.ts'
import { askAnonymously } from './ask-anonymously.ts'
import { askConfidentially } from './ask-confidentially.ts'
import { followUpAnonymously } from './follow-up-anonymously.ts'
import { followUpConfidentially } from './follow-up-confidentially.ts'
import { getTokenKey } from './get-token-key.ts'
import { issueTokens } from './issue-tokens.ts'

export const secrecyRoutes: Route[] = [
  on(secrecy.askConfidentially, askConfidentially),
  on(secrecy.followUpConfidentially, followUpConfidentially),
  onOpen(secrecy.getTokenKey, getTokenKey),
  on(secrecy.issueTokens, issueTokens),
  onOpen(secrecy.askAnonymously, askAnonymously),
  onOpen(secrecy.followUpAnonymously, followUpAnonymously),
  onOpen(secrecy.acceptAnonymously, acceptAnonymously),
]
