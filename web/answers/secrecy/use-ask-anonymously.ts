// Sending a question as nobody. What is tried again after a broken line is the very same, so that it is asked once.
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { noteAskedHere } from '#browser/asked-here'
import { callAsNobody } from '#browser/client'
import { codeOf } from '#browser/problem'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { dropToken, firstToken } from './stock.ts'
import type { Token } from './tokens.ts'

type Given = { spaceId: SpaceId; title: string; body: string }
type Attempt = { given: string; token: Token; secret: string; secretHash: string }

export function useAskAnonymously() {
  const attempt = useRef<Attempt>(undefined)
  return useMutation({
    mutationFn: async (given: Given) => {
      attempt.current = await attemptFor(given, attempt.current)
      const { token, secret, secretHash } = attempt.current
      try {
        const kept = await callAsNobody('answers', 'askAnonymously', { ...token, ...given, secretHash })
        noteAskedHere({ ...kept, title: given.title, secret })
        attempt.current = undefined
        dropToken(token)
        return { title: given.title, secret, postedAt: kept.postedAt }
      } catch (error) {
        if (codeOf(error) === 'token-spent' || codeOf(error) === 'no-such-token') {
          dropToken(token)
          attempt.current = undefined
        }
        throw error
      }
    },
  })
}

async function attemptFor(given: Given, last: Attempt | undefined): Promise<Attempt> {
  const text = JSON.stringify(given)
  if (last?.given === text) return last
  const token = last?.token ?? firstToken()
  if (token === undefined) throw new Error(say('There are no tokens left on this device this week.'))
  const { makeSecret } = await import('./tokens.ts')
  return { given: text, token, ...(await makeSecret()) }
}
