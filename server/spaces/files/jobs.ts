// What happens to files by the clock.
import type { FileStore } from '#outside/files'
import type { Job } from '#platform/jobs'
import type { Log } from '#platform/log'
import { collectFiles, compareFiles, removeUnknown } from './collect-files.ts'
import { readTexts } from './read-texts.ts'

export function filesJobs(files: FileStore, log: Log): Job[] {
  return [
    {
      name: 'spaces/collect-files',
      cron: '23 * * * *',
      run: (work) => collectFiles(files, work),
    },
    {
      name: 'spaces/read-file-texts',
      everySeconds: 3,
      run: ({ db, now }) => readTexts(files, { db, now }),
    },
    {
      name: 'spaces/compare-files',
      cron: '53 3 * * *',
      run: async (work) => {
        const lost = await compareFiles(files, work)
        if (lost.length > 0)
          log.error({ lost }, 'files whose bytes are missing on disk; bring them back from a backup')
      },
    },
    {
      // After the sample company was left: its bytes need not wait for the night.
      name: 'spaces/remove-left-bytes',
      run: ({ db, facts }) =>
        removeUnknown(files, { db, before: Temporal.Instant.from(String(facts.leftAt)) }),
    },
  ]
}
