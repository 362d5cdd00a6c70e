// What of office hours goes to open pages: that they are otherwise, to those who may read their space at that moment.
import { sql } from 'kysely'
import type { HoursId, PersonId } from '#contract/ref'
import type { LiveSource } from '#platform/live'

export const hoursLive: LiveSource = {
  room: 'answers',
  tell: async (db, heard) => {
    const moved = heard.filter(({ happening }) => happening.what === 'answers/hours-moved')
    const asked = [...new Map(moved.map((each) => [each.happening.hoursId as HoursId, each]))].flatMap(
      ([hoursId, { listening }]) => listening(topicOf(hoursId)).map((personId) => ({ hoursId, personId })),
    )
    if (asked.length === 0) return []
    const found = await sql<{ hoursId: HoursId; personIds: PersonId[] }>`
      select h.id as "hoursId", array_agg(asked.person_id)::text[] as "personIds"
      from unnest(${asked.map(({ hoursId }) => hoursId)}::uuid[], ${asked.map(({ personId }) => personId)}::uuid[])
        as asked (hours_id, person_id)
      join answers.hours h on h.id = asked.hours_id
      where exists (select from spaces.visible_space(asked.person_id) v where v.space_id = h.space_id)
      group by h.id`.execute(db)
    return found.rows.map(({ hoursId, personIds }) => ({
      topic: topicOf(hoursId),
      personIds: new Set(personIds),
      json: JSON.stringify({ what: 'hours-moved', hoursId }),
    }))
  },
}

const topicOf = (hoursId: HoursId) => `hoursId:${hoursId}`
