import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { FileKind, files, ListedFile } from '#contract/files'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import type { Db } from '#platform/db'
import { requireReadableSpace } from '../access.ts'
import { SIMPLE } from '../languages.ts'
import { isAfter, readFrom } from '../post-cards.ts'
import { soughtOf } from '../search.ts'
import { excerptOf, marked } from '../search-excerpts.ts'
import { readMarks, type Sought } from '../search-marks.ts'
import { anyOf } from '../search-plan.ts'
import { readWords } from '../search-words.ts'

type Input = InputOf<typeof files.listFiles>

/** So much of a text is looked through for its best passage. */
const CHARACTERS_READ = 20_000
const WORDS_MAX = 16

/** The files of a space that the viewer reads, the newest first. */
export async function listFiles(ctx: Ctx, input: Input): Promise<ReplyOf<typeof files.listFiles>> {
  const space = await requireReadableSpace(ctx, input.spaceId)
  const asked = await readQuery(ctx.db, input.query ?? '')
  if (asked === 'nothing') return { items: [], nextCursor: null }
  const found = await sql<Row>`
    select json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes,
        'width', f.width, 'height', f.height) as file,
      a.at, a.post_id as "postId", w.reply_id as "replyId", p.title, author.ref as author,
      ${asked === 'everything' ? sql`''` : sql`coalesce(left(t.text, ${CHARACTERS_READ}::int), '')`} as text,
      coalesce(t.config, ${SIMPLE}) as config
    from spaces.attachment a
    join spaces.file f on f.id = a.file_id
    join spaces.said w on w.said_id = a.said_id and w.deleted_at is null
    join spaces.post p on p.id = a.post_id
    join people.person_card author on author.id = w.author_id
    left join spaces.file_text t on t.file_id = a.file_id
    where a.space_id = ${space.id} and ${isAfter(readFrom(input), sql`a.at`, sql`a.file_id`)}
      and ${asked === 'everything' ? sql`true` : sql`t.found_by @@ ${asked.query}::tsquery`}
      and ${kindIs(input.kind)}
    order by a.at desc, a.file_id desc limit ${input.limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, input.limit)
  const last = found.rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: await withMarks(ctx.db, page, asked === 'everything' ? [] : asked.sought),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.file.id]),
  }
}

type Row = Omit<ListedFile, 'at' | 'name' | 'excerpt'> & {
  at: Temporal.Instant
  text: string
  config: string
}
type Asked = { query: string; sought: Sought[] }

/** Every word has to be found, the last one as the beginning of one: somebody may still be typing it. */
async function readQuery(db: Db, typed: string): Promise<Asked | 'everything' | 'nothing'> {
  const texts = typed
    .split(/\s+/)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, WORDS_MAX)
  if (texts.length === 0) return typed.trim() === '' ? 'everything' : 'nothing'
  const { groups: whole } = await readWords(db, texts.map(inForm('word')))
  const { groups: begun } = await readWords(db, texts.slice(-1).map(inForm('beginning')))
  const last = texts.length - 1
  const beginnings = begun.map((group) => ({ ...group, place: last }))
  const groups = [...Map.groupBy([...whole, ...beginnings], ({ place }) => place).values()].flatMap(
    ([group, other]) =>
      group === undefined ? [] : { ...group, queries: [...group.queries, ...(other?.queries ?? [])] },
  )
  if (groups.length === 0) return 'nothing'
  return { query: groups.map(({ queries }) => anyOf(queries)).join(' & '), sought: soughtOf(groups) }
}

function inForm(form: 'word' | 'beginning') {
  return (text: string) => ({ text, form, isExcluded: false })
}

function kindIs(kind: FileKind | undefined): RawBuilder<boolean> {
  const isPicture = sql<boolean>`f.width is not null`
  // What an office program writes is a zip archive, and not each says by its first bytes what it holds.
  const isDocument = sql<boolean>`(
    f.content_type ~ '^text/|pdf|word|document|spreadsheet|presentation|excel|powerpoint|rtf'
    or f.name ~* '\\.(docx|xlsx|pptx|odt|ods|odp)$')`
  if (kind === 'picture') return isPicture
  if (kind === 'document') return isDocument
  return kind === 'other' ? sql<boolean>`not (${isPicture}) and not (${isDocument})` : sql<boolean>`true`
}

async function withMarks(db: Db, rows: readonly Row[], sought: readonly Sought[]): Promise<ListedFile[]> {
  const texts = rows.flatMap(({ file, text, config }) => [
    { text: file.name, config },
    { text: text.replace(/\s+/g, ' ').trim(), config },
  ])
  const marks = sought.length === 0 ? texts.map(() => []) : await readMarks(db, texts, sought)
  return rows.map(({ text: _, config: __, at, ...row }, index) => {
    const [inName = [], inText = []] = [marks[index * 2], marks[index * 2 + 1]]
    const text = texts[index * 2 + 1]?.text ?? ''
    return {
      ...row,
      at: at.toString(),
      name: marked(row.file.name, inName),
      excerpt: inText.length === 0 ? null : excerptOf(text, inText),
    }
  })
}
