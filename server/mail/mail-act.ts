import type { Ctx } from '#platform/ctx'

/** What a mail to an address of its own may do. The room that owns it offers it, and app.ts hands it over. */
export type MailAct = {
  /** `<room>/<verb-thing>`. */
  name: string
  /**
   * Does it with the words of the mail, without quotes and signature, in the transaction of `ctx` and with the rights
   * that its sender has then.
   * @returns a sentence for the sender, where there is something to tell
   * @throws Refusal with a sentence for the sender, when it cannot be done
   */
  take: (
    ctx: Ctx,
    said: { facts: Readonly<Record<string, unknown>>; body: string },
  ) => Promise<string | undefined>
}
