// What stands beside the tools of the editor, and is there without it: files, Markdown, and how that will look.
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { say, sayAs } from '#browser/say'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import styles from './composer.module.css'
import type { Surface } from './use-surface.ts'

type ComposerToolsProps = {
  surface: Surface
  isPreview: boolean
  onPreview: (isPreview: boolean) => void
  onPick: ((files: readonly File[]) => void) | undefined
}

export function ComposerTools({ surface, isPreview, onPreview, onPick }: ComposerToolsProps) {
  const toast = useToast()
  const isMarkdown = surface.kind === 'markdown'
  const change = async () => {
    onPreview(false)
    if (!isMarkdown) surface.toMarkdown()
    else if (!(await surface.toWords())) {
      toast({ sentence: say('The editor did not come. You can go on writing Markdown.') })
    }
  }
  return (
    <div className={styles.tools}>
      {onPick && <FilePicker onPick={onPick} />}
      {surface.isTooOdd && isMarkdown && (
        <span className={styles.hint}>{say('This text only shows as Markdown.')}</span>
      )}
      {surface.kind !== 'words' && (
        <Button kind="quiet" aria-pressed={isPreview} onClick={() => onPreview(!isPreview)}>
          {sayAs('button: how Markdown will look', 'Preview')}
        </Button>
      )}
      <Button kind="quiet" aria-pressed={isMarkdown} onClick={change}>
        {say('Markdown')}
      </Button>
    </div>
  )
}

function FilePicker({ onPick }: { onPick: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={styles.pick}
        aria-label={say('Attach files')}
        title={say('Attach files')}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onPick([...(target.files ?? [])])
          // The same file may be picked again.
          target.value = ''
        }}
      />
    </>
  )
}
