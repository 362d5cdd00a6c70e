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
import { shortcuts } from './shortcuts.ts'
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

const mark = (name: string, title: string, rest: Pick<Tool, 'icon' | 'shortcut'>): Tool => ({
  name: title,
  ...rest,
  isOn: (editor) => editor.isActive(name),
  act: (editor) => void editor.chain().focus().toggleMark(name).run(),
})

const heading = (level: 1 | 2, rest: Pick<Tool, 'name' | 'icon'>): Tool => ({
  ...rest,
  shortcut: shortcuts[level === 1 ? 'Heading' : 'Smaller heading'],
  isOn: (editor) => editor.isActive('heading', { level }),
  act: (editor) => void editor.chain().focus().toggleHeading({ level }).run(),
})

/** The tool that asks for an address first; whoever shows the toolbar opens the form. */
export const linkTool = {
  name: 'Link',
  icon: Link,
  shortcut: shortcuts.Link,
  isOn: (editor) => editor.isActive('link'),
  act: () => {},
} as const satisfies Tool

export const tools: readonly Tool[] = [
  mark('bold', 'Bold', { icon: Bold, shortcut: shortcuts.Bold }),
  mark('italic', 'Italic', { icon: Italic, shortcut: shortcuts.Italic }),
  mark('strike', 'Struck through', { icon: Strikethrough, shortcut: shortcuts['Struck through'] }),
  mark('code', 'Code', { icon: Code, shortcut: shortcuts.Code }),
  linkTool,
  {
    name: 'Bullets',
    icon: List,
    shortcut: shortcuts.Bullets,
    isOn: (editor) => editor.isActive('bulletList'),
    act: (editor) => void editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbers',
    icon: ListOrdered,
    shortcut: shortcuts.Numbers,
    isOn: (editor) => editor.isActive('orderedList'),
    act: (editor) => void editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'Tasks',
    icon: ListTodo,
    shortcut: shortcuts.Tasks,
    isOn: (editor) => editor.isActive('taskList'),
    act: (editor) => void editor.chain().focus().toggleTaskList().run(),
  },
  heading(1, { name: 'Heading', icon: Heading1 }),
  heading(2, { name: 'Smaller heading', icon: Heading2 }),
  {
    name: 'Quote',
    icon: TextQuote,
    shortcut: shortcuts.Quote,
    isOn: (editor) => editor.isActive('blockquote'),
    act: (editor) => void editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'Block of code',
    icon: SquareCode,
    shortcut: shortcuts['Block of code'],
    isOn: (editor) => editor.isActive('codeBlock'),
    act: (editor) => void editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    name: 'Table',
    icon: Table,
    shortcut: undefined,
    act: (editor) => {
      perform(editor, insertTable)
      editor.view.focus()
    },
  },
  {
    name: 'Line across',
    icon: Minus,
    shortcut: undefined,
    act: (editor) => void editor.chain().focus().setHorizontalRule().run(),
  },
  {
    name: 'Mention somebody',
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
