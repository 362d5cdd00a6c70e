// What the toolbar offers: each tool with its name, its key, when it is on, and what it does.
import type { Editor } from '@tiptap/core'
import {
  AtSign,
  Bold,
  Code,
  Heading1,
  Heading2,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
} from 'lucide-react'
import { say } from '#browser/say'
import { pressed } from './shortcuts.ts'
import { insertTable, perform } from './table-keys.ts'

export type Tool = {
  name: string
  icon: LucideIcon
  /** As Tiptap writes it: `Mod` is Ctrl, or ⌘ on a Mac. */
  shortcut: string | undefined
  /** Whether it is on where the caret is; missing for what is done once. */
  isOn?: (editor: Editor) => boolean
  act: (editor: Editor) => void
}

const mark = (kind: 'bold' | 'italic' | 'strike' | 'code', icon: LucideIcon): Tool => ({
  ...pressed[kind],
  icon,
  isOn: (editor) => editor.isActive(kind),
  act: (editor) => void editor.chain().focus().toggleMark(kind).run(),
})

const heading = (level: 1 | 2, icon: LucideIcon): Tool => ({
  ...pressed[level === 1 ? 'heading' : 'smallerHeading'],
  icon,
  isOn: (editor) => editor.isActive('heading', { level }),
  act: (editor) => void editor.chain().focus().toggleHeading({ level }).run(),
})

/** The tool that asks for an address first; whoever shows the toolbar opens the form. */
export const linkTool = {
  ...pressed.link,
  icon: Link,
  isOn: (editor) => editor.isActive('link'),
  act: () => {},
} as const satisfies Tool

export const tools: readonly Tool[] = [
  mark('bold', Bold),
  mark('italic', Italic),
  mark('strike', Strikethrough),
  mark('code', Code),
  linkTool,
  {
    ...pressed.bullets,
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    act: (editor) => void editor.chain().focus().toggleBulletList().run(),
  },
  {
    ...pressed.numbers,
    icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    act: (editor) => void editor.chain().focus().toggleOrderedList().run(),
  },
  {
    ...pressed.tasks,
    icon: ListTodo,
    isOn: (editor) => editor.isActive('taskList'),
    act: (editor) => void editor.chain().focus().toggleTaskList().run(),
  },
  heading(1, Heading1),
  heading(2, Heading2),
  {
    ...pressed.quote,
    icon: TextQuote,
    isOn: (editor) => editor.isActive('blockquote'),
    act: (editor) => void editor.chain().focus().toggleBlockquote().run(),
  },
  {
    ...pressed.blockOfCode,
    icon: SquareCode,
    isOn: (editor) => editor.isActive('codeBlock'),
    act: (editor) => void editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    name: say('Table'),
    icon: Table,
    shortcut: undefined,
    act: (editor) => {
      perform(editor, insertTable)
      editor.view.focus()
    },
  },
  {
    name: say('Line across'),
    icon: Minus,
    shortcut: undefined,
    act: (editor) => void editor.chain().focus().setHorizontalRule().run(),
  },
  {
    name: say('Mention somebody'),
    icon: AtSign,
    shortcut: undefined,
    act: (editor) => {
      const { $from } = editor.state.selection
      const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n').slice(-1)
      editor
        .chain()
        .focus()
        .insertContent(/^\s?$/.test(before) ? '@' : ' @')
        .run()
    },
  },
]
