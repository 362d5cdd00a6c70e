import type { InputOf } from '#contract/endpoint'
import type { library } from '#contract/library'
import type { MadeBytes } from '#platform/byte-answer'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { streamZip } from '#platform/zip'
import { todayOf } from '../standing/today.ts'
import { exportAnswers } from './export-answers.ts'

/** What somebody may read they may take along, and nothing else; it goes out as it is read. */
export function downloadAnswers({ baseUrl }: { baseUrl: string }) {
  return async (
    ctx: Ctx,
    { format, ...filter }: InputOf<typeof library.downloadAnswers>,
  ): Promise<MadeBytes> => {
    const { personId, language } = ctx.viewer
    const today = String(todayOf(ctx))
    const { files, count } = await exportAnswers({
      ...{ db: ctx.db, sight: { viewerId: personId }, filter, format },
      ...{ baseUrl, today, language },
    })
    if (count === 0) {
      throw refusal(
        'not-found',
        'nothing-to-export',
        'Nothing of what you chose is answered, as far as you may read.',
      )
    }
    return {
      contentType: 'application/zip',
      disposition: 'attachment',
      name: `answers-${today}.zip`,
      make: () => streamZip(files),
    }
  }
}
