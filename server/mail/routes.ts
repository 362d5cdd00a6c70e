import { mail } from '#contract/mail'
import { on, onOpen, type Route } from '#platform/gate'
import { getMailSettings } from './get-mail-settings.ts'
import { getLetter, listLetters } from './list-letters.ts'
import { listReceived } from './list-received.ts'
import { makeSpaceAddress } from './make-space-address.ts'
import { type LinkDesk, lookAtLink, pressButton } from './press-button.ts'
import { retryLetter } from './retry-letter.ts'
import { saveMailSettings } from './save-mail-settings.ts'
import { getMailTest, testMail } from './test-mail.ts'
import type { MailSettings } from './ways.ts'

export function mailRoutes({ settings, desk }: { settings: MailSettings; desk: LinkDesk }): Route[] {
  return [
    on(mail.getMailSettings, (ctx) => getMailSettings(settings, ctx)),
    on(mail.saveMailSettings, (ctx, input) => saveMailSettings(settings, ctx, input)),
    on(mail.testMail, testMail),
    on(mail.getMailTest, getMailTest),
    on(mail.listLetters, (ctx, input) => listLetters(settings, ctx, input)),
    on(mail.getLetter, (ctx, input) => getLetter(settings, ctx, input)),
    on(mail.retryLetter, retryLetter),
    on(mail.listReceived, listReceived),
    on(mail.makeSpaceAddress, (ctx, input) => makeSpaceAddress(settings, ctx, input)),
    onOpen(mail.lookAtLink, ({ ctx, language }, input) => lookAtLink(desk, { ...ctx, language }, input)),
    onOpen(mail.pressButton, ({ ctx, language }, input) => pressButton(desk, { ...ctx, language }, input)),
  ]
}
