import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { personRefs, splitAddress as takeAddress } from '#rooms/people'
import { type Reassignment, reassignWords } from '#rooms/spaces'

type Split = { address: string; fromId: PersonId }

/**
 * Makes a person of their own out of an address that an import had taken for somebody's. What was said under it and to
 * it becomes theirs, and whoever was taken for them no longer reads it.
 * @throws Refusal as `splitAddress` of people does
 */
export async function splitAddress(
  ctx: Ctx,
  input: InputOf<typeof imports.splitAddress>,
): Promise<ReplyOf<typeof imports.splitAddress>> {
  return atomically(ctx, async (ctx) => {
    const address = input.address.toLowerCase()
    const { personId, fromId } = await takeAddress(ctx.db, { address, at: ctx.now })
    const split = { address, fromId }
    const movedCount = await reassignWords(ctx.db, {
      ...{ fromId, toId: personId },
      authored: await findAuthored(ctx.db, split),
      mentioned: await findMentioned(ctx.db, split),
      threads: await findThreads(ctx.db, split),
    })
    await forgetAppearances(ctx.db, split)
    const person = (await personRefs(ctx.db, [personId])).get(personId)
    if (person === undefined) throw new Error(`the person ${personId} is gone`)
    return { person, movedCount }
  })
}

async function findAuthored(db: Db, { address }: Split): Promise<SaidId[]> {
  const found = await sql<{ saidId: SaidId }>`
    select said_id as "saidId" from import.appearance
    where address = ${address} and part = 'author'`.execute(db)
  return found.rows.map((row) => row.saidId)
}

/** Where the address was written to; mail that went to another address of the same person as well is both's. */
async function findMentioned(db: Db, { address, fromId }: Split): Promise<Reassignment['mentioned']> {
  const found = await sql<Reassignment['mentioned'][number]>`
    select a.said_id as "saidId", exists (
      select from import.appearance other
      where other.said_id = a.said_id and other.person_id = ${fromId} and other.address <> ${address}
        and other.part = 'mentioned'
    ) as "isBoth"
    from import.appearance a
    where a.address = ${address} and a.part = 'mentioned'`.execute(db)
  return found.rows
}

async function findThreads(db: Db, { address, fromId }: Split): Promise<Reassignment['threads']> {
  const found = await sql<{ postId: PostId; isBoth: boolean }>`
    with thread as (
      select distinct w.post_id
      from import.appearance a join spaces.said w on w.said_id = a.said_id
      where a.address = ${address}
    )
    select thread.post_id as "postId", exists (
      select from import.appearance other join spaces.said w on w.said_id = other.said_id
      where other.person_id = ${fromId} and other.address <> ${address} and w.post_id = thread.post_id
    ) as "isBoth"
    from thread`.execute(db)
  return found.rows
}

/** What was said under the address is nobody's in doubt any more. */
async function forgetAppearances(db: Db, { address }: Split): Promise<void> {
  await sql`delete from import.appearance where address = ${address}`.execute(db)
}
