// The anonymous questions that were asked on this device. Nothing of them is looked up by itself: a server that is asked
// for just these would learn whose they are.
import { useSyncExternalStore } from 'react'
import type { PostId } from '#contract/ref'
import { keepPrivate, readPrivate, subscribePrivate } from './kept-private.ts'

/** `secret` is what its asker is known again by. */
export type AskedHere = { postId: PostId; title: string; secret: string; postedAt: string }

const NAME = 'asked'
const KEPT_MAX = 50

/** The latest first. */
export function useAskedHere(): AskedHere[] {
  return listOf(useSyncExternalStore(subscribePrivate, () => readPrivate(NAME)))
}

export function wasAskedHere(postId: PostId): boolean {
  return listOf(readPrivate(NAME)).some((asked) => asked.postId === postId)
}

/** @returns whether the device had room */
export function noteAskedHere(asked: AskedHere): boolean {
  const others = listOf(readPrivate(NAME)).filter(({ postId }) => postId !== asked.postId)
  return keepPrivate(NAME, JSON.stringify([asked, ...others].slice(0, KEPT_MAX)))
}

export function forgetAskedHere(postId: PostId): void {
  const others = listOf(readPrivate(NAME)).filter((asked) => asked.postId !== postId)
  keepPrivate(NAME, JSON.stringify(others))
}

function listOf(text: string | undefined): AskedHere[] {
  return text === undefined ? [] : JSON.parse(text)
}
