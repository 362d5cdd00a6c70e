// The way into the search from anywhere: a field in the rail, `/`, and Ctrl or ⌘ with K. The box itself is fetched when
// it is first opened.
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '#browser/say'
import { useKeys } from '#ui/keys'
import styles from './search-opener.module.css'
import { useFetchedBox } from './use-fetched-box.ts'

const loadBox = () => import('../spaces/search-box.tsx').then(({ SearchBox }) => SearchBox)

export function SearchOpener() {
  const { Box, open, close } = useFetchedBox(loadBox)
  useKeys({ '/': { label: say('Search'), act: open } })
  useModifiedKey('k', open)
  return (
    <>
      <button type="button" className={styles.opener} onClick={open} aria-haspopup="dialog">
        <Search size={18} strokeWidth={1.75} aria-hidden="true" />
        <span>{say('Search')}</span>
        <span className={styles.keys} data-keys={isMac() ? '⌘ K' : 'Ctrl K'} />
      </button>
      {Box !== undefined && <Box onClose={close} />}
    </>
  )
}

/** Ctrl or ⌘ with a letter works while one types too, as it writes nothing; not behind another dialog. */
function useModifiedKey(letter: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== letter || !(event.ctrlKey || event.metaKey)) return
      if (event.shiftKey || event.altKey || event.defaultPrevented) return
      event.preventDefault()
      if (document.querySelector('dialog[open]') === null) latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [letter])
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform)
}
