import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EditorState } from '@tiptap/pm/state'
import { offsetOf, withCaret } from './caret.ts'
import { keepWords } from './kept-words.ts'

/** What somebody would see who typed up to the bar in the text area when the editor came. */
function seen(typed: string): string {
  const offset = typed.indexOf('|')
  const markdown = typed.replace('|', '')
  const kept = keepWords(markdown)
  assert.ok(kept)
  const { doc, caret } = withCaret(kept.doc, { markdown, offset })
  const { tr } = EditorState.create({ doc, selection: caret })
  return tr.insertText('|').doc.toString()
}

test('the caret stands in the editor where it stood in the text', () => {
  assert.equal(seen('one t|wo'), 'doc(paragraph("one t|wo"))')
  assert.equal(seen('a **b|c** d'), 'doc(paragraph("a ", bold("b|c"), " d"))')
  assert.equal(
    seen('- a\n- b|\n\nend'),
    'doc(bulletList(listItem(paragraph("a")), listItem(paragraph("b|"))), paragraph("end"))',
  )
})

test('a space or a line that was just typed is not lost', () => {
  assert.equal(seen('the **night** |'), 'doc(paragraph("the ", bold("night"), " |"))')
  assert.equal(seen('Dear all,\n|'), 'doc(paragraph("Dear all,", lineBreak, "|"))')
  assert.equal(seen('one\n\n|'), 'doc(paragraph("one"), paragraph("|"))')
  assert.equal(seen('- a\n|'), 'doc(bulletList(listItem(paragraph("a"))), paragraph("|"))')
  assert.equal(seen('# Head\n|'), 'doc(heading("Head"), paragraph("|"))')
})

test('where the text has no such place, the caret stands at its end', () => {
  assert.equal(seen('*|*b** c'), 'doc(paragraph(bold("b"), " c|"))')
})

test('the way back leads to the same place in the Markdown', () => {
  const markdown = '# Head\n\na **bold** word, `code`\n\n- x\n- y'
  const kept = keepWords(markdown)
  assert.ok(kept)
  for (const words of ['ead', 'old', 'ode', 'y']) {
    const offset = markdown.indexOf(words)
    const { doc, caret } = withCaret(kept.doc, { markdown, offset })
    const state = EditorState.create({ doc, selection: caret })
    assert.equal(offsetOf(state, kept.markdownOf), offset, words)
  }
})
