// The row of tools: one stop for the Tab key, arrows move along it, and it scrolls by itself where it is narrow.
import type { Editor } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { type KeyboardEvent, type ReactNode, useEffect, useReducer, useRef, useState } from 'react'
import { say } from '#browser/say'
import { shortcutForAria, shortcutShown } from './shortcuts.ts'
import { perform, tableDeeds } from './table-keys.ts'
import styles from './toolbar.module.css'
import { linkTool, type Tool, tools } from './tools.ts'

type ToolbarProps = { editor: Editor | undefined; onLink: () => void; children: ReactNode }

/** The tools of an editor, with others beside them; until it is open, only those. */
export function Toolbar({ editor, onLink, children }: ToolbarProps) {
  useEveryChange(editor)
  const act = (tool: Tool, on: Editor) => (tool === linkTool ? onLink() : tool.act(on))
  return (
    <>
      {editor && isInTable(editor.state) && <TableTools editor={editor} />}
      <div className={styles.row}>
        {editor && (
          <Bar label={say('Formatting')}>
            {tools.map((tool) => (
              <ToolButton
                key={tool.name}
                tool={tool}
                isOn={tool.isOn?.(editor)}
                onPress={() => act(tool, editor)}
              />
            ))}
          </Bar>
        )}
        {children}
      </div>
    </>
  )
}

/** Shows the tools anew whenever the caret moves or the words change. */
function useEveryChange(editor: Editor | undefined): void {
  const [, show] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    editor?.on('transaction', show)
    return () => void editor?.off('transaction', show)
  }, [editor])
}

function ToolButton({ tool, isOn, onPress }: { tool: Tool; isOn: boolean | undefined; onPress: () => void }) {
  const { name, icon: Icon, shortcut } = tool
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={name}
      title={shortcut === undefined ? name : `${name} (${shortcutShown(shortcut)})`}
      {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcutForAria(shortcut) })}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      onClick={onPress}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}

function TableTools({ editor }: { editor: Editor }) {
  return (
    <Bar label={say('Table')}>
      {tableDeeds.map(({ name, shortcut, run }) => (
        <button
          key={name}
          type="button"
          className={styles.deed}
          {...(shortcut !== undefined && {
            title: shortcutShown(shortcut),
            'aria-keyshortcuts': shortcutForAria(shortcut),
          })}
          onClick={() => {
            perform(editor, run)
            editor.view.focus()
          }}
        >
          {name}
        </button>
      ))}
    </Bar>
  )
}

/** A toolbar: its buttons share one stop of the Tab key, which stays where one was last. */
function Bar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  useEffect(() => {
    for (const [index, button] of buttonsIn(bar.current).entries()) button.tabIndex = index === stop ? 0 : -1
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextOf(event.key, { at: stop, count: buttonsIn(bar.current).length })
    if (next === undefined) return
    event.preventDefault()
    setStop(next)
    buttonsIn(bar.current)[next]?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={styles.bar}
      // Pressing a tool leaves the caret where it is.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const button = target.closest('button')
        if (button !== null) setStop(buttonsIn(bar.current).indexOf(button))
      }}
    >
      {children}
    </div>
  )
}

function buttonsIn(bar: HTMLElement | null): HTMLButtonElement[] {
  return [...(bar?.querySelectorAll('button') ?? [])]
}

function nextOf(key: string, { at, count }: { at: number; count: number }): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
