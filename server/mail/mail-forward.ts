import type { Ctx } from '#platform/ctx'
import type { Forward } from './forward.ts'

/**
 * What becomes of a thread that somebody forwarded to `ask@`. The room that owns it offers it, and app.ts hands it over.
 * It is done in the transaction of `ctx` and with the rights that its sender has then.
 * @returns what to answer the sender
 * @throws Refusal with a sentence for the sender, when it cannot be done
 */
export type TakeForward = (ctx: Ctx, forward: Forward) => Promise<string>
