// Your data: a copy of all that you wrote and kept, and the way out of the network.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { LANGUAGE } from '#browser/language'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { OwnDataCopy } from '#contract/records'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import { Leaving } from './leaving.tsx'
import type { RecordsParts } from './parts.ts'
import styles from './records.module.css'

const COPIES = ['records', 'list-own-data']
/** A copy of much takes a while; of little, a moment. */
const LOOKED_AGAIN_MS = 2000

export function OwnDataPage({ parts }: { parts: RecordsParts }) {
  return (
    <div className={page.page}>
      <PageTitle>{say('Your data')}</PageTitle>
      <Panel title={say('A copy of all that is yours')}>
        <p>
          {say(
            'What you said, with your files; your reactions, saved words with your notes, follows, reflections, readings, notices and profile. It is a zip with Markdown and JSON, for nobody but you, and lies here for seven days.',
          )}
        </p>
        <Copies />
      </Panel>
      <Panel title={say('Leave the network')}>
        <Leaving parts={parts} />
      </Panel>
    </div>
  )
}

function Copies() {
  const queries = useQueryClient()
  const toast = useToast()
  const copies = useQuery({
    queryKey: COPIES,
    queryFn: () => call('records', 'listOwnData', {}),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ state }) => state === 'waiting') ? LOOKED_AGAIN_MS : false,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: COPIES })
  const onError = (error: Error) => toast({ sentence: sentenceOf(error) })
  const ask = useMutation({
    mutationFn: () => call('records', 'askForOwnData', {}),
    onSuccess: refresh,
    onError,
  })
  const drop = useMutation({
    mutationFn: (copyId: string) => call('records', 'dropOwnData', { copyId }),
    onSuccess: refresh,
    onError,
  })
  if (copies.isPending) return <Skeleton lines={2} />
  if (copies.isError) return <Trouble problem={copies.error} onRetry={copies.refetch} />
  return (
    <>
      <ul className={styles.copies} aria-label={say('Copies')}>
        {copies.data.items.map((copy) => (
          <li key={copy.id}>
            <Copy copy={copy} onDrop={() => drop.mutate(copy.id)} />
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => ask.mutate()} disabled={ask.isPending}>
          {say('Gather a copy')}
        </Button>
      </div>
    </>
  )
}

function Copy({ copy, onDrop }: { copy: OwnDataCopy; onDrop: () => void }) {
  if (copy.state === 'waiting')
    return <p role="status">{say('It is being gathered. You may leave this page.')}</p>
  if (copy.state === 'failed') return <p>{say('It could not be gathered. Ask for it again.')}</p>
  return (
    <p className={page.row}>
      <a href={`/api/records/get-own-data/${copy.id}`} download>
        {say('Download, {size}', { size: sizeOf(copy.bytes ?? 0) })}
      </a>
      <span className={styles.soft}>{sayWith('asked for {when}', { when: <When at={copy.askedAt} /> })}</span>
      <Button kind="quiet" onClick={onDrop}>
        {say('Delete it')}
      </Button>
    </p>
  )
}

const sizes = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${sizes.format(bytes / 1e3)} kB` : `${sizes.format(bytes / 1e6)} MB`
}
