// Which similar questions are shown, and in which order. Pure.
import type { QuestionState } from '#contract/answers'

/** What a find is compared by with others for the same words. */
export type Find = { postId: string; score: number; coverage: number; isStrong: boolean }

/** Below so many letters, nearly everything is like it. */
const LETTERS_MIN = 10
/** With one word alone nobody can tell what is meant yet. */
export const TELLING_WORDS_MIN = 2
/** What shares less than this of what is asked is like it by chance. */
const COVERAGE_MIN = 0.15
/** Finds that are so close to the best one are in order of how much they help; the others come after them. */
const CLOSE = 0.6

/** A letter of a script that parts no words says as much as two of one that does. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu

export function isTooShort(text: string): boolean {
  return [...text].length + (text.match(WIDE)?.length ?? 0) < LETTERS_MIN
}

/**
 * One find for each question: a merged one stands for that to which it leads, as well as the best wording of it does.
 * @param leadsTo where a merged question leads; those that lead nowhere one may read are missing
 */
export function standingFor<F extends Find>(finds: readonly F[], leadsTo: ReadonlyMap<string, string>): F[] {
  const best = new Map<string, F>()
  for (const find of finds) {
    const postId = leadsTo.get(find.postId)
    if (postId === undefined || find.coverage < COVERAGE_MIN) continue
    const known = best.get(postId)
    if (known === undefined || known.score < find.score) {
      best.set(postId, { ...find, postId, isStrong: find.isStrong || known?.isStrong === true })
    } else if (find.isStrong) best.set(postId, { ...known, isStrong: true })
  }
  return [...best.values()]
}

const HELP: Record<QuestionState, number> = { answered: 0, 'out-of-date': 1, superseded: 2, open: 3 }

/** Those that are close, the answered first and what is out of date below them; then the others in the same way. */
export function inOrder<F extends Find & { state: QuestionState }>(finds: readonly F[]): F[] {
  const most = Math.max(0, ...finds.map(({ score }) => score))
  const isClose = ({ score }: F) => score >= CLOSE * most
  return finds.toSorted(
    (a, b) =>
      Number(isClose(b)) - Number(isClose(a)) ||
      HELP[a.state] - HELP[b.state] ||
      b.score - a.score ||
      (a.postId < b.postId ? 1 : -1),
  )
}
