import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refuseIf } from '#platform/refusal'
import { noteChoice } from './preference.ts'
import { whyNotPushAddress } from './push-addresses.ts'
import { settingsReply } from './settings-reply.ts'

/** Nobody has more browsers in use; of those beyond, the oldest go. */
const BROWSERS_MAX = 10

/** Keeps a browser of the viewer's; one that was somebody else's before is theirs no longer. */
export async function subscribePush(
  ctx: Ctx,
  { endpoint, p256dh, auth }: InputOf<typeof notices.subscribePush>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  refuseIf(whyNotPushAddress(endpoint))
  await sql`delete from notices.push_subscription where endpoint = ${endpoint} and person_id <> ${personId}`.execute(
    ctx.db,
  )
  await sql`
    insert into notices.push_subscription (id, person_id, endpoint, p256dh, auth, at)
    values (${newId(ctx.now)}, ${personId}, ${endpoint}, ${p256dh}, ${auth}, ${ctx.now})
    on conflict (endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth, at = excluded.at`.execute(
    ctx.db,
  )
  await sql`
    delete from notices.push_subscription where id in (
      select id from notices.push_subscription where person_id = ${personId}
      order by at desc, id desc offset ${BROWSERS_MAX}
    )`.execute(ctx.db)
  await noteChoice(ctx.db, personId, ctx.now)
  return settingsReply(ctx)
}
