import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { ImportRun, UndoPlan } from '#contract/import'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { filesOf, messagesOf, numbered, peopleOf, reactionsOf, spacesOf } from './amounts.ts'
import styles from './import.module.css'
import { useRefresh } from './use-imports.ts'

type UndoDialogProps = { run: ImportRun; open: boolean; onClose: () => void }

/** Says what would go and what would stay before an import is undone. */
export function UndoDialog({ run, open, onClose }: UndoDialogProps) {
  const toast = useToast()
  const refresh = useRefresh()
  const importId = run.id
  const plan = useQuery({
    queryKey: ['import', 'plan-undo', importId],
    queryFn: () => call('import', 'planUndo', { importId }),
    enabled: open,
    staleTime: 0,
    gcTime: 0,
  })
  const undo = useMutation({
    mutationFn: () => call('import', 'undoImport', { importId }),
    onSuccess: onClose,
    onError: (error) => toast({ sentence: sentenceOf(error) }),
    onSettled: refresh,
  })
  return (
    <Dialog title={say('Undo {file}', { file: run.file })} open={open} onClose={onClose}>
      <div className={styles.plain}>
        {plan.isPending && <Skeleton lines={4} />}
        {plan.isError && <Trouble problem={plan.error} onRetry={plan.refetch} />}
        {plan.data !== undefined && <Plan plan={plan.data} />}
        <div className={styles.deeds}>
          <Button
            kind="danger"
            disabled={plan.data === undefined || undo.isPending}
            onClick={() => undo.mutate()}
          >
            {say('Undo this import')}
          </Button>
          <Button onClick={onClose}>{say('Keep it')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function Plan({ plan }: { plan: UndoPlan }) {
  const { words, wordsStaying, staying, spaces, people, files, reactions } = plan
  const going = {
    messages: messagesOf(words),
    spaces: spacesOf(spaces),
    people: peopleOf(people),
    files: filesOf(files),
    reactions: reactionsOf(reactions),
  }
  return (
    <>
      <p>
        {reactions > 0
          ? say(
              '{messages} would go, with their reactions and whatever people noted about them. As far as nothing of others is in or about them, {spaces}, {people} and {files} would go as well, and {reactions} to what was there before.',
              going,
            )
          : say(
              '{messages} would go, with their reactions and whatever people noted about them. As far as nothing of others is in or about them, {spaces}, {people} and {files} would go as well.',
              going,
            )}
      </p>
      {wordsStaying > 0 && (
        <>
          <p>{say('{messages} would stay:', { messages: messagesOf(wordsStaying) })}</p>
          <ul>
            {staying.map(({ reason, count }) => (
              <li key={reason}>
                {numbered(count)}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say('This cannot be taken back. To bring it in again, import the same archive again.')}</p>
    </>
  )
}
