// The log of delegates, as it is in the own data of the one whose brief it is, and of whoever did what stands there.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnEntry, type OwnQuestion } from '#platform/own-data'
import { forgetDelegations } from '#rooms/people'

type Row = { id: string; at: Temporal.Instant; kind: string }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select a.id, a.at, a.kind, executive.ref ->> 'name' as "inTheBriefOf", by.ref ->> 'name' as by,
        delegate.ref ->> 'name' as delegate, a.said_id as "saidId", a.note
      from brief.delegate_act a
      join people.person_card executive on executive.id = a.executive_id
      join people.person_card by on by.id = a.by_id
      left join people.person_card delegate on delegate.id = a.delegate_id
      where (a.executive_id = ${personId} or a.by_id = ${personId} or a.delegate_id = ${personId})
        and (a.at, a.id) > (${at}::timestamptz, ${id}::uuid)
      order by a.at, a.id limit ${limit}`.execute(db)
    return found.rows
  }

export async function* delegateEntries(asked: OwnQuestion): AsyncIterable<OwnEntry> {
  yield jsonList('delegate-acts.json', inPages(readPage(asked)))
}

/** Of somebody who left: who prepared for whom, what stands, and the log of their own brief; that of others stays. */
export async function forgetDelegates({ db, personId }: OwnQuestion): Promise<void> {
  await sql`delete from brief.prepared where ${personId} in (executive_id, by_id)`.execute(db)
  await forgetDelegations(db, personId)
  await sql`delete from brief.delegate_act where executive_id = ${personId}`.execute(db)
}
