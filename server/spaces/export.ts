// What somebody said, kept, followed and uploaded in the spaces. Of what others said there is no word in it, except for
// the names of spaces and threads that they may see themselves.
import { type RawBuilder, sql } from 'kysely'
import type { FileId } from '#contract/ref'
import {
  type AfterOwn,
  inPages,
  jsonList,
  jsonOne,
  type OwnData,
  type OwnEntry,
  type OwnQuestion,
} from '#platform/own-data'
import { isKnown, isVisible } from './visibility.ts'

type Said = {
  id: string
  at: Temporal.Instant
  isReply: boolean
  title: string | null
  body: string
  thread: string | null
  space: string | null
}

/** A page of one's own rows; each statement names its own order. */
const pagesOf =
  <Row>(of: (asked: OwnQuestion, after: AfterOwn) => RawBuilder<Row>, asked: OwnQuestion) =>
  async (after: AfterOwn): Promise<Row[]> =>
    (await of(asked, after).execute(asked.db)).rows

const said = ({ personId }: OwnQuestion, { at, id, limit }: AfterOwn) => sql<Said>`
  select w.said_id as id, w.created_at as at, w.reply_id is not null as "isReply", coalesce(h.title, w.title) as title,
    coalesce(h.body, w.body) as body, w.edited_at as "editedAt", w.post_id as "threadId",
    case when ${isVisible(sql`w.space_id`, personId)} then t.title end as thread,
    case when ${isKnown(sql`w.space_id`, personId)} then s.name end as space
  from spaces.said w
  join spaces.space s on s.id = w.space_id
  join spaces.post t on t.id = w.post_id
  left join spaces.hidden_words h on h.said_id = w.said_id
  where w.author_id = ${personId} and w.deleted_at is null
    and (w.created_at, w.said_id) > (${at}::timestamptz, ${id}::uuid)
  order by w.created_at, w.said_id limit ${limit}`

const reactions = ({ personId }: OwnQuestion, { at, id, limit }: AfterOwn) => sql<Placed>`
  select r.said_id as id, r.at, array_agg(r.kind order by r.kind) as kinds
  from spaces.reaction r
  where r.person_id = ${personId} and (r.at, r.said_id) > (${at}::timestamptz, ${id}::uuid)
  group by r.at, r.said_id order by r.at, r.said_id limit ${limit}`

const saved = ({ personId }: OwnQuestion, { at, id, limit }: AfterOwn) => sql<Placed>`
  select k.said_id as id, k.saved_at as at, k.note,
    case when ${isVisible(sql`w.space_id`, personId)} then w.body end as words
  from spaces.saved k left join spaces.said w on w.said_id = k.said_id and w.deleted_at is null
  where k.person_id = ${personId} and (k.saved_at, k.said_id) > (${at}::timestamptz, ${id}::uuid)
  order by k.saved_at, k.said_id limit ${limit}`

const follows = ({ personId }: OwnQuestion, { at, id, limit }: AfterOwn) => sql<Placed>`
  select f.target_id as id, f.at, f.what from spaces.follow f
  where f.person_id = ${personId} and (f.at, f.target_id) > (${at}::timestamptz, ${id}::uuid)
  order by f.at, f.target_id limit ${limit}`

type FileRow = Placed & { name: string; bytes: number; contentType: string }

const files = ({ personId }: OwnQuestion, { at, id, limit }: AfterOwn) => sql<FileRow>`
  select f.id, f.at, f.name, f.bytes, f.content_type as "contentType" from spaces.file f
  where f.uploader_id = ${personId} and (f.at, f.id) > (${at}::timestamptz, ${id}::uuid)
  order by f.at, f.id limit ${limit}`

type Placed = { id: string; at: Temporal.Instant }

async function readOthers({ db, personId }: OwnQuestion): Promise<unknown> {
  const found = await sql<{ others: unknown }>`
    select json_build_object(
      'memberOf', array(select json_build_object('space', s.name, 'since', m.joined_at, 'isKeeper', m.is_keeper)
        from spaces.membership m join spaces.space s on s.id = m.space_id where m.person_id = ${personId} order by m.joined_at),
      'topics', array(select json_build_object('topic', f.topic, 'at', f.at)
        from spaces.topic_follow f where f.person_id = ${personId} order by f.at),
      'votes', array(select json_build_object('postId', v.post_id, 'choices', v.choices)
        from spaces.poll_vote v where v.person_id = ${personId}),
      'scheduled', array(select json_build_object('post', s.post, 'dueOn', s.due_on, 'timeZone', s.time_zone)
        from spaces.scheduled s where s.author_id = ${personId} order by s.id),
      'silenced', array(select json_build_object('personId', s.author_id, 'isMuted', s.is_muted, 'isBlocked', s.is_blocked)
        from spaces.silence s where s.person_id = ${personId} and (s.is_muted or s.is_blocked)),
      'reported', array(select json_build_object('reason', r.reason, 'sentence', r.sentence, 'at', r.at)
        from spaces.report r where r.person_id = ${personId} order by r.at)
    ) as others`.execute(db)
  return found.rows[0]?.others ?? {}
}

async function* asMarkdown(rows: AsyncIterable<Said>): AsyncIterable<string> {
  yield '# What you said\n'
  for await (const { at, isReply, title, body, thread, space } of rows) {
    const where = space === null ? 'a space that you are no longer in' : space
    const what = isReply ? `Reply${thread === null ? '' : ` to “${thread}”`}` : (title ?? 'Post')
    yield `\n## ${what}\n\n${at.toString().slice(0, 16).replace('T', ' ')} UTC, in ${where}\n\n${body}\n`
  }
}

async function* entriesOf(asked: OwnQuestion): AsyncIterable<OwnEntry> {
  yield jsonList('said.json', inPages(pagesOf(said, asked)))
  yield { path: 'said.md', text: asMarkdown(inPages(pagesOf(said, asked))) }
  yield jsonList('reactions.json', inPages(pagesOf(reactions, asked)))
  yield jsonList('saved.json', inPages(pagesOf(saved, asked)))
  yield jsonList('follows.json', inPages(pagesOf(follows, asked)))
  yield jsonOne('spaces.json', await readOthers(asked))
  yield jsonList('files.json', inPages(pagesOf(files, asked)))
  for await (const { id, name, bytes } of inPages(pagesOf(files, asked))) {
    yield { path: `files/${id}-${name}`, file: { id: id as FileId, bytes } }
  }
}

export const spacesOwnData: OwnData = {
  entries: entriesOf,
  forget: async ({ db, personId }) => {
    for (const table of [
      'follow',
      'seen',
      'saved',
      'topic_follow',
      'membership',
      'named_group_member',
      'silence',
    ]) {
      await sql`delete from ${sql.id('spaces', table)} where person_id = ${personId}`.execute(db)
    }
    await sql`delete from spaces.scheduled where author_id = ${personId}`.execute(db)
  },
}
