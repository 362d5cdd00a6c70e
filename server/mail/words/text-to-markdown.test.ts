import assert from 'node:assert/strict'
import { test } from 'node:test'
import { micromark } from 'micromark'
import { textToMarkdown } from './text-to-markdown.ts'

/** What a reader sees: the words of the rendered page. */
function shown(text: string): string {
  return micromark(textToMarkdown(text))
    .replace(/<br \/>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n+/g, '\n')
    .trim()
}

test('text that only looks like markup is shown as it was written', () => {
  for (const text of [
    'a <b> c',
    '# 5 is mine',
    'AT&amp;T &copy;',
    'Title\n=====\nx',
    'a\n---\nb',
    '~~~\nx',
    '> y',
  ]) {
    assert.equal(shown(text), text, text)
  }
})

test('indentation does not turn words into code', () => {
  assert.ok(!micromark(textToMarkdown('Dear Jane\n\n     this is far to the right')).includes('<code>'))
})

test('short lines stay lines and long ones flow', () => {
  assert.equal(micromark(textToMarkdown('Jane Doe\nAcme')), '<p>Jane Doe<br />\nAcme</p>')
  const wrapped = `${'word '.repeat(14).trim()}\nand on`
  assert.ok(!micromark(textToMarkdown(wrapped)).includes('<br'))
})

test('words in the form of a mention mention nobody', () => {
  assert.equal(textToMarkdown('@[Jane](person:1)'), '@\\[Jane](person:1)')
})

test('lists stay lists', () => {
  assert.equal(micromark(textToMarkdown('- a\n- b')), '<ul>\n<li>a</li>\n<li>b</li>\n</ul>')
})
