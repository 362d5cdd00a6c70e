// The tokens that this device holds for the week. They are fetched long before one is spent, so that the time of neither
// tells anything of the other.
import { useSyncExternalStore } from 'react'
import { callAsNobody, callUnder, freshKey } from '#browser/client'
import { now } from '#browser/clock'
import { keepPrivate, readPrivate, subscribePrivate } from '#browser/kept-private'
import type { PersonId } from '#contract/ref'
import type { TokenKey } from '#contract/secrecy'
import type { Blinding, Token } from './tokens.ts'

const NAME = 'tokens'

type Stock = {
  personId: PersonId
  week: Pick<TokenKey, 'period' | 'publicKey' | 'endsAt'>
  /** Sent to be signed and not answered yet; the same are asked for again. */
  pending: { key: string; blindings: Blinding[] } | null
  tokens: Token[]
}

/** Without https a browser has no cryptography for pages. */
export function mayMakeTokens(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** How many questions this device can still pay for this week. */
export function useTokenCount(): number {
  useSyncExternalStore(subscribePrivate, () => readPrivate(NAME))
  return readStock()?.tokens.length ?? 0
}

function hasThisWeek(personId: PersonId): boolean {
  const stock = readStock()
  return stock !== undefined && stock.personId === personId && stock.pending === null
}

/** Sees to it that this device has what it gets this week; tabs take turns. @throws CallProblem */
export async function fetchStock(personId: PersonId): Promise<void> {
  if (!mayMakeTokens() || hasThisWeek(personId)) return
  await navigator.locks.request('foyer-tokens', () => fetchAlone(personId))
}

async function fetchAlone(personId: PersonId): Promise<void> {
  if (hasThisWeek(personId)) return
  const { blindTokens, openTokens } = await import('./tokens.ts')
  const { period, publicKey, endsAt } = await callAsNobody('answers', 'getTokenKey', {})
  const week = { period, publicKey, endsAt }
  const held = readStock()
  const isSame = held?.personId === personId && held.week.publicKey === publicKey
  const pending = (isSame ? held.pending : null) ?? { key: freshKey(), blindings: await blindTokens(week) }
  const stock: Stock = { personId, week, pending, tokens: [] }
  keepStock(stock)
  const blinded = pending.blindings.map((each) => each.blinded)
  const answer = await callUnder(
    { key: pending.key, personId },
    { room: 'answers', name: 'issueTokens', input: { period, blinded } },
  )
  // Fewer where another device of theirs has the others.
  const { signatures } = answer as { signatures: string[] }
  const blindings = pending.blindings.slice(0, signatures.length)
  keepStock({ ...stock, pending: null, tokens: await openTokens(week, { blindings, signatures }) })
}

export function firstToken(): Token | undefined {
  return readStock()?.tokens[0]
}

export function dropToken({ nonce }: Token): void {
  const stock = readStock()
  if (stock === undefined) return
  keepStock({ ...stock, tokens: stock.tokens.filter((token) => token.nonce !== nonce) })
}

function keepStock(stock: Stock): void {
  keepPrivate(NAME, JSON.stringify(stock))
}

/** Undefined as soon as the week is over. */
function readStock(): Stock | undefined {
  const text = readPrivate(NAME)
  if (text === undefined) return undefined
  const stock: Stock = JSON.parse(text)
  return now() < new Date(stock.week.endsAt) ? stock : undefined
}
