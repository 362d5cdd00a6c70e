// What will go with the words that somebody is writing: what is there, what is on its way, and what went wrong.
import { Hourglass, Pencil, RotateCcw, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { File } from '#contract/files'
import { Button } from '#ui/button'
import styles from './attach-files.module.css'
import { FileIcon } from './attachments.tsx'
import { addressOfSmall, altOf, besideWords, isPicture, sizeOf } from './file-words.ts'
import type { Attaching } from './use-attachments.ts'
import type { Upload } from './use-upload.ts'

/** The row below the words; pictures that stand among the words already are left out. */
export function AttachFiles({ attachments, body }: { attachments: Attaching; body: string }) {
  const { uploads, remove, replace } = attachments
  const files = besideWords(attachments.files, body)
  if (files.length === 0 && uploads.length === 0) return null
  return (
    <ul className={styles.files} aria-label={say('Attached files')}>
      {files.map((file) => (
        <Attached key={file.id} file={file} onRemove={() => remove(file)} onRenamed={replace} />
      ))}
      {uploads.map((upload) => (
        <UnderWay key={upload.key} upload={upload} />
      ))}
    </ul>
  )
}

type AttachedProps = { file: File; onRemove: () => void; onRenamed: (file: File) => void }

function Attached({ file, onRemove, onRenamed }: AttachedProps) {
  const [isDescribing, setIsDescribing] = useState(false)
  return (
    <li className={styles.file}>
      <div className={styles.row}>
        {isPicture(file) ? (
          <img className={styles.thumb} src={addressOfSmall(file)} alt="" width={44} height={44} />
        ) : (
          <FileIcon file={file} />
        )}
        <span className={styles.name}>
          {isPicture(file) ? altOf(file) : file.name}
          <span className={styles.size}>{sizeOf(file.bytes)}</span>
        </span>
        {isPicture(file) && !isDescribing && (
          <IconButton
            label={say('Describe {file}', { file: file.name })}
            onPress={() => setIsDescribing(true)}
          >
            <Pencil aria-hidden size={18} strokeWidth={1.75} />
          </IconButton>
        )}
        <IconButton label={say('Remove {file}', { file: file.name })} onPress={onRemove}>
          <X aria-hidden size={18} strokeWidth={1.75} />
        </IconButton>
      </div>
      {isDescribing && (
        <Description file={file} onRenamed={onRenamed} onClose={() => setIsDescribing(false)} />
      )}
    </li>
  )
}

type DescriptionProps = { file: File; onRenamed: (file: File) => void; onClose: () => void }

/** Asks what a picture shows. It stands within the form of the words, so it is no form of its own. */
function Description({ file, onRenamed, onClose }: DescriptionProps) {
  const id = useId()
  const [words, setWords] = useState(altOf(file))
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    try {
      onRenamed(await call('spaces', 'renameFile', { id: file.id, name: words }))
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <div className={styles.description}>
      <label htmlFor={id}>{say('What the picture shows, for those who do not see it')}</label>
      <div className={styles.row}>
        <input
          id={id}
          value={words}
          maxLength={100}
          // biome-ignore lint/a11y/noAutofocus: whoever pressed the button wants to write here.
          autoFocus
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              save()
            }
            if (event.key === 'Escape') {
              event.stopPropagation()
              onClose()
            }
          }}
        />
        <Button onClick={save} disabled={words.trim() === ''}>
          {say('Save')}
        </Button>
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  )
}

function UnderWay({ upload }: { upload: Upload }) {
  const { name, share, problem, isLineBroken, cancel, retry } = upload
  const isTrouble = problem !== undefined && !isLineBroken
  const Icon = isTrouble ? TriangleAlert : Hourglass
  return (
    <li className={styles.file} data-trouble={isTrouble || undefined}>
      <div className={styles.row}>
        <Icon aria-hidden className={styles.waiting} size={20} strokeWidth={1.75} />
        <span className={styles.name}>
          {name}
          {problem === undefined && (
            <progress value={share} max={1} aria-label={say('Sending {name}', { name })} />
          )}
        </span>
        {retry !== undefined && (
          <IconButton label={say('Send {name} again', { name })} onPress={retry}>
            <RotateCcw aria-hidden size={18} strokeWidth={1.75} />
          </IconButton>
        )}
        <IconButton
          label={
            problem === undefined ? say('Stop sending {name}', { name }) : say('Remove {name}', { name })
          }
          onPress={cancel}
        >
          <X aria-hidden size={18} strokeWidth={1.75} />
        </IconButton>
      </div>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}

function IconButton({
  label,
  onPress,
  children,
}: {
  label: string
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={styles.icon} aria-label={label} onClick={onPress}>
      {children}
    </button>
  )
}
