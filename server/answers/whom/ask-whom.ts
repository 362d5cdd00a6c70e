// Whom a question is put to: a person is mentioned, those of a role find it in their brief.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { AskedRole, AskWhom } from '#contract/whom'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requirePerson } from '#rooms/people'
import { mentionOf } from '#rooms/spaces'

/** More of one role are not asked at once: those come first whose names do. */
const ROLE_PEOPLE_MAX = 20

export type Asking = {
  whom: AskWhom
  /** The Markdown that names the person asked; undefined where nobody is named. */
  mention: string | undefined
  /** Who is asked with a role. */
  personIds: PersonId[]
}

/**
 * Who would be asked, before anything is written.
 * @throws {Refusal} when the person, or everybody of the role, cannot read the space
 */
export async function requireAsked(
  ctx: Ctx,
  { spaceId, whom }: { spaceId: SpaceId; whom: AskWhom },
): Promise<Asking> {
  if (whom.what === 'person')
    return { whom, mention: await mentionIn(ctx, { spaceId, personId: whom.personId }), personIds: [] }
  if (whom.what !== 'role') return { whom, mention: undefined, personIds: [] }
  const personIds = await findOfRole(ctx, { spaceId, role: whom.role })
  if (personIds.length > 0) return { whom, mention: undefined, personIds }
  throw refusal(
    'conflict',
    'nobody-of-role',
    '{role, select, executive {No executive} steward {No steward} other {No administrator}} but you reads this space. Ask in another one.',
    { role: whom.role },
  )
}

async function mentionIn(
  ctx: Ctx,
  { spaceId, personId }: { spaceId: SpaceId; personId: PersonId },
): Promise<string> {
  const { name, isActive } = await requirePerson(ctx, personId)
  if (personId === ctx.viewer.personId)
    throw refusal('conflict', 'asks-oneself', 'You cannot put a question to yourself. Ask somebody else.')
  const found = await sql<{ reads: boolean }>`
    select exists (select from spaces.visible_space(${personId}) v where v.space_id = ${spaceId}) as reads`.execute(
    ctx.db,
  )
  if (isActive && found.rows[0]?.reads === true) return mentionOf({ id: personId, name })
  throw refusal(
    'conflict',
    'cannot-be-asked-there',
    '{name} does not read this space. Ask in one that you both read.',
    { name },
  )
}

async function findOfRole(
  { db, viewer }: Ctx,
  { spaceId, role }: { spaceId: SpaceId; role: AskedRole },
): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select s.id
    from people.standing s join people.person_card card on card.id = s.id
    where ${role} = any (s.roles) and s.is_active and s.id <> ${viewer.personId}
      and exists (select from spaces.visible_space(s.id) v where v.space_id = ${spaceId})
    order by lower(card.ref ->> 'name'), s.id limit ${ROLE_PEOPLE_MAX}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** The words of a question with whoever is asked named before them, unless they name them already. */
export function naming(words: string, mention: string | undefined): string {
  return mention === undefined || words.includes(mention) ? words : `${mention} ${words}`
}

/** Notes whom a question was put to. The space alone needs no note. */
export async function noteAsked(
  { db, now }: Ctx,
  { postId, asking: { whom, personIds } }: { postId: PostId; asking: Asking },
): Promise<void> {
  if (whom.what === 'space') return
  const personId = whom.what === 'person' ? whom.personId : null
  const role = whom.what === 'role' ? whom.role : null
  await sql`
    insert into answers.asked_of (post_id, what, person_id, role, at)
    values (${postId}, ${whom.what}, ${personId}, ${role}, ${now})`.execute(db)
  if (personIds.length > 0) {
    await sql`
      insert into answers.asked_person (post_id, person_id, at)
      select ${postId}, unnest(${personIds}::uuid[]), ${now}`.execute(db)
  }
}
