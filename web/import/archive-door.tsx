// Where administrators bring an archive: chosen or dropped here, sent in parts, looked at, and let in.
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Trouble } from '#ui/trouble'
import styles from './import.module.css'
import { UploadItem } from './upload-item.tsx'
import { useUploads } from './use-imports.ts'
import { useSending } from './use-sending.ts'

export function ArchiveDoor() {
  const uploads = useUploads()
  const sending = useSending()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // Then the one green button is that which lets it in.
  const isWaiting = uploads.data?.items.some(({ state }) => state === 'looked') ?? false
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) sending.send(file)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same without a mouse. */}
      <div
        className={styles.door}
        data-over={isOver ? 'yes' : 'no'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p>
          {say(
            'A Slack or Mattermost export, a mail archive or a people file. Foyer looks at what is in it and says what would come in; nothing changes until you let it in.',
          )}
        </p>
        <Button
          kind={isWaiting ? 'plain' : 'go'}
          icon={<FileUp size={20} strokeWidth={1.75} aria-hidden="true" />}
          disabled={sending.now !== undefined}
          onClick={() => input.current?.click()}
        >
          {say('Choose an archive')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          aria-label={say('Archive')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) sending.send(file)
            target.value = ''
          }}
        />
        {sending.problem !== undefined && <p className={styles.problem}>{sending.problem}</p>}
      </div>
      {uploads.isError && <Trouble problem={uploads.error} onRetry={uploads.refetch} />}
      {uploads.data?.items.map((upload) => (
        <UploadItem key={upload.id} upload={upload} atMs={uploads.dataUpdatedAt} sending={sending} />
      ))}
    </>
  )
}
