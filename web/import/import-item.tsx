import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import type { ImportRun } from '#contract/import'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { When } from '#ui/when'
import styles from './administration-page.module.css'
import {
  aSecond,
  filesOf,
  messagesOf,
  numbered,
  peopleOf,
  reactionsOf,
  spacesOf,
  timeLeft,
} from './amounts.ts'
import { Progress } from './progress.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import { SOURCES } from './upload-item.tsx'
import { isUnderWay, useRate, useRefresh } from './use-imports.ts'

const STATES: Record<ImportRun['state'], string> = {
  waiting: say('about to begin'),
  running: say('coming in'),
  stopped: say('stopped'),
  done: sayAs('an archive that was imported', 'in'),
  undoing: say('being undone'),
  'half-undone': say('half undone; press Undo to go on'),
  undone: say('undone'),
}

type ImportItemProps = { run: ImportRun; atMs: number }

/** One import: how far it is, what came of it, and what can be done about it. */
export function ImportItem({ run, atMs }: ImportItemProps) {
  const { begunBy } = run
  return (
    <li className={styles.item} aria-label={run.file}>
      <div>
        <b>{run.file}</b>
        <small>
          {SOURCES[run.source]} · <When at={run.startedAt} />
          {begunBy !== null && ` · ${begunBy.name}`} · {STATES[run.state]}
        </small>
      </div>
      {run.problem !== null && <p>{run.problem}</p>}
      {isUnderWay(run) ? <UnderWay run={run} atMs={atMs} /> : <Counts run={run} />}
      <Reasons run={run} />
      <Deeds run={run} />
    </li>
  )
}

function UnderWay({ run, atMs }: ImportItemProps) {
  const isUndoing = run.state === 'undoing'
  const count = isUndoing ? run.messagesUndone : run.messagesFound
  const max = isUndoing ? run.messagesNew : (run.messagesExpected ?? undefined)
  const rate = useRate({ count, atMs })
  const isCounting = rate !== undefined && rate > 0
  return (
    <Progress
      label={say('{file}: {state}', { file: run.file, state: STATES[run.state] })}
      value={count}
      max={max}
    >
      {max === undefined
        ? say('{count} messages', { count: numbered(count) })
        : say('{count} of {most} messages', { count: numbered(count), most: numbered(max) })}
      {isCounting && `, ${aSecond(rate)}`}
      {isCounting && max !== undefined && max > count && `, ${timeLeft((max - count) / rate)}`}
    </Progress>
  )
}

function Counts({ run }: { run: ImportRun }) {
  const besides = [
    ...(run.peopleNew > 0 ? [peopleOf(run.peopleNew)] : []),
    ...(run.spacesNew > 0 ? [spacesOf(run.spacesNew)] : []),
    ...(run.filesNew > 0 ? [filesOf(run.filesNew)] : []),
    ...(run.reactionsNew > 0 ? [reactionsOf(run.reactionsNew)] : []),
  ]
  return (
    <>
      <span>
        {say('{found} found: {fresh} new, {known} known before, {skipped} skipped', {
          found: numbered(run.messagesFound),
          fresh: numbered(run.messagesNew),
          known: numbered(run.messagesKnown),
          skipped: numbered(run.messagesSkipped),
        })}
      </span>
      {besides.length > 0 && <small>{say('With {things}', { things: besides.join(', ') })}</small>}
      {run.messagesUndone > 0 && (
        <small>{say('{messages} taken out again', { messages: messagesOf(run.messagesUndone) })}</small>
      )}
    </>
  )
}

function Reasons({ run }: { run: ImportRun }) {
  const stayed = run.stayed.map(({ what, reason, count }) => ({
    reason: say('{what} stayed: {reason}', { what, reason }),
    count,
  }))
  const reasons = [...run.skipped, ...run.lossy, ...stayed]
  if (reasons.length === 0) return null
  return (
    <details>
      <summary>{say('What was skipped, came in changed or stayed')}</summary>
      <table className={styles.counts}>
        <tbody>
          {reasons.map(({ reason, count }) => (
            <tr key={reason}>
              <td>{numbered(count)}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Deeds({ run }: { run: ImportRun }) {
  const toast = useToast()
  const refresh = useRefresh()
  const [isUndoing, setIsUndoing] = useState(false)
  const { id: importId, may, file } = run
  const deed = useMutation({
    mutationFn: (name: 'stopImport' | 'resumeImport') => call('import', name, { importId }),
    onError: (error) => toast({ sentence: sentenceOf(error) }),
    onSettled: refresh,
  })
  if (!may.stop && !may.resume && !may.undo) return null
  return (
    <div className={styles.deeds}>
      {may.stop && (
        <Button
          disabled={deed.isPending}
          onClick={() => deed.mutate('stopImport')}
          aria-label={say('Stop {file}', { file })}
        >
          {say('Stop')}
        </Button>
      )}
      {may.resume && (
        <Button
          disabled={deed.isPending}
          onClick={() => deed.mutate('resumeImport')}
          aria-label={say('Resume {file}', { file })}
        >
          {say('Resume')}
        </Button>
      )}
      {may.undo && (
        <Button kind="quiet" onClick={() => setIsUndoing(true)} aria-label={say('Undo {file}', { file })}>
          {say('Undo')}
        </Button>
      )}
      <UndoDialog run={run} open={isUndoing} onClose={() => setIsUndoing(false)} />
    </div>
  )
}
