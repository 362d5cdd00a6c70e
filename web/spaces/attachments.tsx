// What goes with something said: pictures in a calm grid, all else in rows.
import {
  File as AnyFile,
  Download,
  FileArchive,
  FileAudio,
  FileSpreadsheet,
  FileText,
  FileVideo,
} from 'lucide-react'
import { type CSSProperties, lazy, Suspense, useState } from 'react'
import { say, sayAs } from '#browser/say'
import type { File } from '#contract/files'
import { Spoken } from '#ui/spoken'
import styles from './attachments.module.css'
import {
  addressOf,
  addressOfSmall,
  altOf,
  besideWords,
  isPicture,
  type Picture,
  sizeOf,
  sourcesOf,
} from './file-words.ts'

const PictureDialog = lazy(() =>
  import('./picture-dialog.tsx').then((module) => ({ default: module.PictureDialog })),
)

/** Files below words; those that stand among the words are left out. */
export function Attachments({ files, body }: { files: readonly File[]; body: string }) {
  const shown = besideWords(files, body)
  const pictures = shown.filter(isPicture)
  const others = shown.filter((file) => !isPicture(file))
  if (shown.length === 0) return null
  return (
    <div className={styles.files}>
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      {others.length > 0 && (
        <ul className={styles.rows} aria-label={say('Files')}>
          {others.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Pictures({ pictures }: { pictures: Picture[] }) {
  const [opened, setOpened] = useState<number>()
  return (
    <>
      <ul
        className={styles.pictures}
        aria-label={say('Pictures')}
        data-single={pictures.length === 1 || undefined}
      >
        {pictures.map((picture, index) => (
          <li key={picture.id} style={{ '--ratio': ratioOf(picture) } as CSSProperties}>
            <button
              type="button"
              aria-label={say('{picture}: open large', { picture: altOf(picture) })}
              onClick={() => setOpened(index)}
              aria-haspopup="dialog"
            >
              <img
                src={addressOfSmall(picture)}
                srcSet={sourcesOf(picture)}
                sizes={
                  pictures.length === 1 ? '(max-width: 820px) 92vw, 640px' : '(max-width: 820px) 46vw, 320px'
                }
                width={picture.width}
                height={picture.height}
                alt={altOf(picture)}
                loading="lazy"
                decoding="async"
              />
            </button>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <Suspense>
          <PictureDialog pictures={pictures} startsAt={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  )
}

const RATIO_MIN = 0.45
const RATIO_MAX = 4

/** Width by height, within what a grid can bear; longer ones are shown whole in a frame of that form. */
function ratioOf({ width, height }: Picture): number {
  return Math.min(RATIO_MAX, Math.max(RATIO_MIN, width / height))
}

function FileRow({ file }: { file: File }) {
  return (
    <li>
      <a className={styles.row} href={addressOf(file)} download={file.name}>
        <FileIcon file={file} />
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{sizeOf(file.bytes)}</span>
        <Download aria-hidden size={18} strokeWidth={1.75} />
        <Spoken>{sayAs('a file, to the device', 'Save')}</Spoken>
      </a>
    </li>
  )
}

/** What kind of file it is, for the eye; its name says it to everybody. */
export function FileIcon({ file }: { file: Pick<File, 'name' | 'contentType'> }) {
  const Icon = iconOf(file)
  return <Icon aria-hidden className={styles.icon} size={20} strokeWidth={1.75} />
}

function iconOf({ name, contentType }: Pick<File, 'name' | 'contentType'>) {
  if (/\.(csv|tsv|xlsx?|ods)$/i.test(name)) return FileSpreadsheet
  if (contentType.startsWith('audio/')) return FileAudio
  if (contentType.startsWith('video/')) return FileVideo
  if (/zip|x-7z|x-tar|x-rar|gzip/.test(contentType) && !/officedocument|epub/.test(contentType))
    return FileArchive
  if (/^text\/|pdf|word|opendocument|rtf/.test(contentType)) return FileText
  return AnyFile
}
