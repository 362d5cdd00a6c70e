// Asks where a link should lead; it stands in the place of the tools until it is done.
import type { Editor } from '@tiptap/core'
import { getMarkRange } from '@tiptap/core'
import { type KeyboardEvent, useState } from 'react'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { schema } from './extensions.ts'
import styles from './link-form.module.css'
import { addressIn } from './link-mark.ts'

export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [typed, setTyped] = useState<string>(() => editor.getAttributes('link').href ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const isThere = editor.isActive('link')
  const done = () => {
    onClose()
    editor.view.focus()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    done()
  }
  const apply = () => {
    const href = addressIn(typed)
    setIsWrong(href === undefined)
    if (href === undefined) return
    setLink(editor, href)
    done()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // It stands within the form of the words, which neither key is meant for.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') apply()
    else done()
  }
  return (
    <div className={styles.form}>
      <input
        className={styles.input}
        type="text"
        inputMode="url"
        aria-label={say('Address of the link')}
        placeholder="https://"
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: whoever asked for a link wants to write its address.
        autoFocus
        aria-invalid={isWrong}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
      />
      <Button onClick={apply}>{say('Link')}</Button>
      {isThere && (
        <Button kind="quiet" onClick={remove}>
          {say('Remove')}
        </Button>
      )}
      <Button kind="quiet" onClick={done}>
        {say('Cancel')}
      </Button>
      {isWrong && (
        <p className={styles.wrong} role="alert">
          {say('A link leads to an address such as https://example.org or to a mail address.')}
        </p>
      )}
    </div>
  )
}

/** Links what is selected, the link that the caret stands in, or else the address itself. */
function setLink({ view, state }: Editor, href: string): void {
  const { from, to, empty, $from } = state.selection
  const link = schema.mark('link', { href })
  const around = empty ? getMarkRange($from, link.type) : { from, to }
  const tr = state.tr
  if (around === undefined) tr.insert(from, schema.text(href, [link]))
  else tr.removeMark(around.from, around.to, link.type).addMark(around.from, around.to, link)
  view.dispatch(tr.removeStoredMark(link.type))
}
