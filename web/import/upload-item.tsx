import { useMutation } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { ArchiveSource, Upload } from '#contract/import'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { aSecond, messagesOf, sizeOf } from './amounts.ts'
import styles from './import.module.css'
import { Progress } from './progress.tsx'
import { UploadReport } from './upload-report.tsx'
import { useRate, useRefresh } from './use-imports.ts'
import type { Sending } from './use-sending.ts'

export const SOURCES: Record<ArchiveSource, string> = {
  slack: say('Slack export'),
  mattermost: say('Mattermost export'),
  mbox: say('Mail archive'),
  people: say('People file'),
}

type UploadItemProps = { upload: Upload; atMs: number; sending: Sending }

/** One archive on its way in: what it holds, and whether to let it in. */
export function UploadItem({ upload, atMs, sending }: UploadItemProps) {
  const toast = useToast()
  const refresh = useRefresh()
  const onError = (error: unknown) => toast({ sentence: sentenceOf(error) })
  const settled = { onSettled: refresh, onError }
  const { id: uploadId, state } = upload
  const isSending = sending.now?.uploadId === uploadId
  const drop = useMutation({
    mutationFn: async () => {
      if (isSending) sending.stop()
      await call('import', 'dropUpload', { uploadId })
    },
    ...settled,
  })
  const begin = useMutation({ mutationFn: () => call('import', 'beginImport', { uploadId }), ...settled })
  const isBusy = drop.isPending || begin.isPending
  return (
    <section className={styles.upload} aria-label={upload.file} aria-busy={state === 'looking'}>
      <b>{upload.file}</b>
      {state === 'uploading' && <Arriving upload={upload} sending={sending} />}
      {state === 'looking' && <Looking upload={upload} atMs={atMs} />}
      {upload.problem !== null && <p className={styles.problem}>{upload.problem}</p>}
      {(state === 'looked' || state === 'unreadable') && <Choices upload={upload} />}
      {upload.report !== null && <UploadReport report={upload.report} source={upload.source ?? 'slack'} />}
      <div className={styles.deeds}>
        {state === 'looked' && (
          <Button kind="go" disabled={isBusy} onClick={() => begin.mutate()}>
            {say('Bring it in')}
          </Button>
        )}
        <Button kind="quiet" disabled={isBusy} onClick={() => drop.mutate()}>
          {say('Remove')}
        </Button>
      </div>
    </section>
  )
}

function Arriving({ upload, sending }: { upload: Upload; sending: Sending }) {
  const isSending = sending.now?.uploadId === upload.id
  const received = isSending ? (sending.now?.receivedBytes ?? 0) : upload.receivedBytes
  const share = say('{received} of {size}', { received: sizeOf(received), size: sizeOf(upload.bytes) })
  return (
    <Progress label={say('Sending {file}', { file: upload.file })} value={received} max={upload.bytes}>
      {isSending ? share : say('{share} are here. Choose the same file again to go on.', { share })}
    </Progress>
  )
}

function Looking({ upload, atMs }: { upload: Upload; atMs: number }) {
  const rate = useRate({ count: upload.messagesLooked, atMs })
  const messages = messagesOf(upload.messagesLooked)
  return (
    <Progress label={say('Looking at {file}', { file: upload.file })} value={0} max={undefined}>
      {rate === undefined || rate <= 0
        ? say('Looking at what it holds: {messages} so far.', { messages })
        : say('Looking at what it holds: {messages} so far, {rate}.', { messages, rate: aSecond(rate) })}
    </Progress>
  )
}

/** What it is taken for, which can be put right. */
function Choices({ upload }: { upload: Upload }) {
  const toast = useToast()
  const refresh = useRefresh()
  const { id: uploadId, source, listAsSpace, marksLeavers } = upload
  const choose = useMutation({
    mutationFn: (choice: { source: ArchiveSource; listAsSpace: boolean; marksLeavers: boolean }) =>
      call('import', 'chooseSource', { uploadId, ...choice }),
    onSettled: refresh,
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  const change = (choice: Partial<Parameters<typeof choose.mutate>[0]>) =>
    choose.mutate({ source: source ?? 'slack', listAsSpace, marksLeavers, ...choice })
  return (
    <div className={styles.choices}>
      <label>
        {say('This is a')}
        <select
          value={source ?? ''}
          disabled={choose.isPending}
          onChange={({ target }) => change({ source: target.value as ArchiveSource })}
        >
          {source === null && <option value="">…</option>}
          {Object.entries(SOURCES).map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {source === 'mbox' && (
        <label>
          <input
            type="checkbox"
            checked={listAsSpace}
            onChange={({ target }) => change({ listAsSpace: target.checked })}
          />
          {say('Make every mailing list an open space')}
        </label>
      )}
      {source === 'people' && (
        <label>
          <input
            type="checkbox"
            checked={marksLeavers}
            onChange={({ target }) => change({ marksLeavers: target.checked })}
          />
          {say('Who was in an earlier file and is not in this one has left')}
        </label>
      )}
    </div>
  )
}
