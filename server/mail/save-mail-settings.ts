import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { mail, MailSettings as Shown } from '#contract/mail'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { findNetwork } from '#rooms/people'
import { getMailSettings } from './get-mail-settings.ts'
import { findSavedWay, type MailSettings } from './ways.ts'

type Input = InputOf<typeof mail.saveMailSettings>

/** Sets how letters leave. */
export async function saveMailSettings(settings: MailSettings, ctx: Ctx, input: Input): Promise<Shown> {
  // Anybody may step into its administrator's shoes, and must not make this machine call wherever they like.
  if ((await findNetwork(ctx.db))?.isSample)
    throw refusal(
      'conflict',
      'sample-sends-nothing',
      'The sample company sends no mail, so there is nothing to set.',
    )
  const { host, port, security, userName, sender, domain } = input
  const password = await passwordFor(ctx, input)
  await sql`
    insert into mail.settings (host, port, security, user_name, password, sender, domain, saved_at)
    values (${host}, ${port}, ${security}, ${userName}, ${password}, ${sender}, ${domain}, ${ctx.now})
    on conflict (is_only) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      user_name = excluded.user_name, password = excluded.password, sender = excluded.sender,
      domain = excluded.domain, saved_at = excluded.saved_at`.execute(ctx.db)
  return getMailSettings(settings, ctx)
}

/** A password is for one user at one server: sent to another one, it would be given away. */
async function passwordFor({ db }: Ctx, input: Input): Promise<string | null> {
  if (input.userName === null || input.host === null) return null
  if (input.password !== undefined) return input.password
  const saved = await findSavedWay(db)
  const isSame = saved?.host === input.host && saved.port === input.port && saved.userName === input.userName
  // Nor may it go in the open where it went sealed before.
  const isSealed = input.security !== 'none' || saved?.security === 'none'
  return isSame && isSealed ? saved.password : null
}
