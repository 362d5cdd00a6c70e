// The mail that brings a link.
import { LINK_MINUTES } from './lifetimes.ts'

export type Mail = { to: string; subject: string; text: string }

export function linkMail(link: { address: string; token: string; baseUrl: string }): Mail {
  return {
    to: link.address,
    subject: 'Your link to sign in',
    text: `Open this link within ${LINK_MINUTES} minutes and press the button there to sign in:

${link.baseUrl}/link/${link.token}

It works once. If it was not you who asked for it, do nothing: without the link nobody gets in.
`,
  }
}
