import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { findHosts } from './hosts.ts'

export async function listHosts(
  ctx: Ctx,
  _input: InputOf<typeof officeHours.listHosts>,
): Promise<ReplyOf<typeof officeHours.listHosts>> {
  return { items: await findHosts(ctx) }
}
