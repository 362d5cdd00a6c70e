// That files go with a post, where only its opening is shown: the first picture small, and how many there are.
import { Paperclip } from 'lucide-react'
import type { CSSProperties } from 'react'
import { say } from '#browser/say'
import type { File } from '#contract/files'
import styles from './attachments.module.css'
import { addressOfSmall, altOf, besideWords, isPicture } from './file-words.ts'

export function FileGlimpse({ files, opening }: { files: readonly File[]; opening: string }) {
  const shown = besideWords(files, opening)
  const picture = shown.find(isPicture)
  const rest = shown.length - (picture === undefined ? 0 : 1)
  if (shown.length === 0) return null
  return (
    <div className={styles.glimpse}>
      {picture !== undefined && (
        <img
          src={addressOfSmall(picture)}
          width={picture.width}
          height={picture.height}
          style={{ '--ratio': picture.width / picture.height } as CSSProperties}
          alt={altOf(picture)}
          loading="lazy"
          decoding="async"
        />
      )}
      {rest > 0 && (
        <span className={styles.count}>
          <Paperclip aria-hidden size={16} strokeWidth={1.75} />
          {wordsFor(rest, picture)}
        </span>
      )}
    </div>
  )
}

function wordsFor(count: number, first: File | undefined): string {
  return first
    ? say('{count, plural, one {and # more file} other {and # more files}}', { count })
    : say('{count, plural, one {# file} other {# files}}', { count })
}
