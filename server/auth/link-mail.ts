// The mail that brings a link.
import type { Language } from '#contract/language'
import { say, sentence } from '#platform/say'
import { LINK_MINUTES } from './lifetimes.ts'

export type Mail = { to: string; subject: string; text: string }

type Link = { address: string; token: string; baseUrl: string; language: Language }

export function linkMail({ address, token, baseUrl, language }: Link): Mail {
  const open = sentence('Open this link within {minutes} minutes and press the button there to sign in:', {
    minutes: LINK_MINUTES,
  })
  const once = sentence(
    'It works once. If it was not you who asked for it, do nothing: without the link nobody gets in.',
  )
  return {
    to: address,
    subject: say(language, sentence('Your link to sign in')),
    text: `${say(language, open)}\n\n${baseUrl}/link/${token}\n\n${say(language, once)}\n`,
  }
}
