// What a person wrote, in serif: one can see at a glance whose words they are.
import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, useMemo } from 'react'
import type { File } from '#contract/files'
import { renderWords } from './markdown.ts'
import styles from './words.module.css'

type WordsProps = {
  markdown: string
  /** `reading` is the size for words that are the matter at hand, such as those of a card. */
  size?: 'plain' | 'reading'
  /** The files that go with the words, so that pictures among them take their place at once. */
  files?: readonly File[]
}

/** Shows Markdown. */
export function Words({ markdown, size = 'plain', files }: WordsProps) {
  const html = useMemo(() => ({ __html: renderWords(markdown, files) }), [markdown, files])
  const follow = useFollow()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links inside act by key too.
    <div
      className={size === 'reading' ? `${styles.words} ${styles.reading}` : styles.words}
      onClick={follow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderWords lets no tag of the author's through.
      dangerouslySetInnerHTML={html}
    />
  )
}

/** Lets links within Foyer change the page without loading it anew. */
function useFollow() {
  const router = useRouter()
  return (event: MouseEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!href?.startsWith('/') || /^\/(\/|files\/)/.test(href)) return
    event.preventDefault()
    router.history.push(href)
  }
}
