// A thread that somebody forwarded, as the letters it is made of. Pure.
import type { IncomingMail } from '#outside/mail-parts'
import { plainOf, titleOf } from './mail-words.ts'
import { type ChainLetter, letterChain } from './words/letter-chain.ts'

export type ForwardedLetter = {
  /** Of whoever wrote it; undefined where the thread does not tell. */
  name: string | undefined
  /** Whether it was whoever forwards it now. */
  isSenders: boolean
  /** Plain text, without quotes, signature and disclaimer. */
  words: string
}

export type Forward = {
  title: string | undefined
  /** What the sender wrote above it all; empty where they added nothing. */
  own: string
  /** The latest first; at least one. */
  letters: ForwardedLetter[]
}

type Sender = { name: string; address: string }

/** @returns undefined for a mail that holds nobody's words but its sender's */
export function forwardOf(
  mail: Pick<IncomingMail, 'subject' | 'text' | 'html' | 'enclosed'>,
  sender: Sender,
): Forward | undefined {
  const [own, ...below] = letterChain(plainOf(mail), sender)
  const enclosed = mail.enclosed.flatMap((each) => {
    const head = { name: each.from?.name, address: each.from?.address }
    return letterChain(plainOf(each), head).filter(({ words }) => words !== '')
  })
  const letters = [...below, ...enclosed].map((letter) => ({
    name: letter.name,
    isSenders: isOf(letter, sender),
    words: letter.words,
  }))
  if (letters.length === 0) return undefined
  const subjects = [mail.subject, ...mail.enclosed.map(({ subject }) => subject)]
  return { title: subjects.map(titleOf).find((title) => title !== undefined), own: own.words, letters }
}

function isOf({ name, address }: ChainLetter, sender: Sender): boolean {
  return address === sender.address || (address === undefined && name !== undefined && name === sender.name)
}
