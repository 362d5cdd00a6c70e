// Where a mail program presses the button of `List-Unsubscribe` by itself (RFC 8058). It comes without a session, and
// can do no more than the token allows.
import type { Context, Hono } from 'hono'
import type { Language } from '#contract/language'
import type { GateEnv } from './gate.ts'
import { languageAsked } from './language.ts'
import type { Log } from './log.ts'
import { problemResponse } from './problem-response.ts'
import type { Limits } from './rate-limits.ts'
import { say, sentence } from './say.ts'

type Press = (token: string, language: Language) => Promise<{ sentence: string; isDone: boolean }>

const BODY_BYTES_MAX = 4096
const TOKEN_CHARACTERS_MAX = 200

const elsewhere = sentence('Open this address in a browser, and press the button there.')

/** Adds `POST /act/<token>`; what opens by `GET` is the page, which asks first. */
export function addOneClick(
  app: Hono<GateEnv>,
  { press, limits, log }: { press: Press; limits: Pick<Limits, 'takeForAddress'>; log: Log },
): void {
  app.post('/act/:token', async (context) => {
    context.set('label', 'mail/one-click')
    try {
      await limits.takeForAddress(context.get('address'))
      const isMeant = await saysOneClick(context)
      const token = context.req.param('token').slice(0, TOKEN_CHARACTERS_MAX)
      const language = languageAsked(context.req.raw.headers)
      if (!isMeant) return context.text(say(language, elsewhere), 400)
      const pressed = await press(token, language)
      return context.text(pressed.sentence, pressed.isDone ? 200 : 410)
    } catch (error) {
      const problem = problemResponse(error, {
        requestId: context.get('requestId'),
        language: languageAsked(context.req.raw.headers),
        log,
      })
      return context.newResponse(problem.body, { status: problem.status as 500, headers: problem.headers })
    }
  })
}

/** As a form of either kind: `List-Unsubscribe=One-Click`. */
async function saysOneClick(context: Context): Promise<boolean> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of context.req.raw.body ?? []) {
    bytes += piece.byteLength
    if (bytes > BODY_BYTES_MAX) return false
    pieces.push(piece)
  }
  return /List-Unsubscribe"?\s*=?\s*One-Click/.test(Buffer.concat(pieces).toString('latin1'))
}
