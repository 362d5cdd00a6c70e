import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { ImportRun, ImportState, imports } from '#contract/import'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { readBack, say } from '#platform/say'
import { personRefs } from '#rooms/people'
import { isImportUnderWay } from './import-turn.ts'
import { reasonIn } from './reason-words.ts'
import { GONE, INTERRUPTED, isSoonAfter, whyNotUndo } from './standing-import.ts'

const RUNS_MAX = 200

type Row = Omit<ImportRun, 'startedAt' | 'finishedAt' | 'begunBy' | 'may'> & {
  startedAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
  askedAt: Temporal.Instant | null
  begunById: PersonId | null
  hasUpload: boolean
}

/** The archives that came in or are coming in, newest first. */
export async function listImports(
  ctx: Ctx,
  _: InputOf<typeof imports.listImports>,
): Promise<ReplyOf<typeof imports.listImports>> {
  const found = await sql<Row>`
    select id, source, file, state, problem, started_at as "startedAt", finished_at as "finishedAt",
      asked_at as "askedAt", begun_by as "begunById", messages_expected as "messagesExpected",
      messages_found as "messagesFound", messages_new as "messagesNew", messages_known as "messagesKnown",
      messages_skipped as "messagesSkipped", messages_undone as "messagesUndone", people_new as "peopleNew",
      spaces_new as "spacesNew", files_new as "filesNew", reactions_new as "reactionsNew", skipped, lossy, stayed,
      exists (select from import.upload u where u.id = a.upload_id) as "hasUpload"
    from import.archive a order by started_at desc, id desc limit ${RUNS_MAX}`.execute(ctx.db)
  const people = await personRefs(
    ctx.db,
    found.rows.flatMap(({ begunById }) => begunById ?? []),
  )
  const isUnderWay = await isImportUnderWay(ctx.db)
  return {
    items: found.rows.map(({ begunById, ...row }) => {
      const begunBy = begunById === null ? null : (people.get(begunById) ?? null)
      return {
        ...toRun(row, {
          work: isUnderWay || isSoonAfter(row.askedAt, ctx.now) ? 'worked-on' : 'left',
          language: ctx.viewer.language,
        }),
        begunBy,
      }
    }),
  }
}

function toRun(
  { startedAt, finishedAt, askedAt: _, hasUpload, ...row }: Omit<Row, 'begunById'>,
  { work, language }: { work: 'worked-on' | 'left'; language: Language },
): Omit<ImportRun, 'begunBy'> {
  const state = work === 'worked-on' ? row.state : (LEFT[row.state] ?? row.state)
  const isStopped = state === 'stopped'
  return {
    ...row,
    state,
    problem: problemOf({ ...row, state, hasUpload, was: row.state }, language),
    skipped: row.skipped.map((each) => reasonIn(language, each)),
    lossy: row.lossy.map((each) => reasonIn(language, each)),
    stayed: row.stayed.map((each) => reasonIn(language, each)),
    startedAt: startedAt.toString(),
    finishedAt: finishedAt?.toString() ?? null,
    may: {
      stop: (state === 'running' || state === 'waiting') && row.source !== 'people',
      resume: isStopped && hasUpload,
      undo:
        whyNotUndo(row) === undefined &&
        (isStopped || state === 'done' || state === 'half-undone' || hasRest(row)),
    },
  }
}

/** What stands for something under way is, when nobody works on it, something that was interrupted. */
const LEFT: Partial<Record<ImportState, ImportState>> = {
  waiting: 'stopped',
  running: 'stopped',
  undoing: 'half-undone',
}

function hasRest({ state, stayed }: Pick<Row, 'state' | 'stayed'>): boolean {
  return state === 'undone' && stayed.length > 0
}

type Standing = Pick<Row, 'problem' | 'state' | 'hasUpload' | 'source'> & { was: ImportState }

function problemOf({ problem, state, was, hasUpload, source }: Standing, language: Language): string | null {
  const isLeft = state === 'stopped' && was !== 'stopped'
  const said = problem !== null ? [readBack(problem)] : isLeft ? [INTERRUPTED] : []
  const isGone = state === 'stopped' && !hasUpload && source !== 'people'
  const all = isGone ? [...said, GONE] : said
  return all.length === 0 ? null : all.map((each) => say(language, each)).join(' ')
}
