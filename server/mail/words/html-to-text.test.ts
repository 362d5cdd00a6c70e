import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { htmlToText } from './html-to-text.ts'

test('paragraphs, breaks and lists become lines', () => {
  const html =
    '<html><body><p>One<br>two</p><p>Three</p><ul><li>a<li>b</ul><ol><li>c</li><li>d</li></ol></body></html>'
  assert.equal(htmlToText(html), 'One\ntwo\n\nThree\n\n- a\n- b\n\n1. c\n2. d')
})

test('blanks and line ends of the markup are not those of the text', () => {
  assert.equal(htmlToText('<div>\n  One\n  <b>two</b>,\n three</div>'), 'One two, three')
  assert.equal(htmlToText('<pre>a\n  b</pre>'), 'a\n  b')
})

test('quotes are marked as in plain text', () => {
  assert.equal(
    htmlToText('Yes<blockquote>Shall <i>we</i>?<blockquote>Deeper</blockquote></blockquote>No'),
    'Yes\n\n> Shall we?\n>\n> > Deeper\n\nNo',
  )
})

test('scripts, styles, comments and heads are not text', () => {
  assert.equal(
    htmlToText('<head><title>t</title></head><style>p{}</style><script>x<y</script><!-- c -->Hi'),
    'Hi',
  )
})

test('entities become characters', () => {
  assert.equal(
    htmlToText('a&nbsp;&lt;b&gt; &amp;amp; &#233;&#xe9;&eacute; &bogus; &#0; 5 < 6'),
    'a <b> &amp; ééé &bogus;  5 < 6'.replace('  ', ' '),
  )
})

test('a link keeps its address where the words do not show it', () => {
  assert.equal(htmlToText('<a href="https://acme.com/x">here</a>'), 'here <https://acme.com/x>')
  assert.equal(htmlToText('<a href="https://acme.com">acme.com</a>'), 'acme.com')
  assert.equal(htmlToText('<a href="javascript:alert(1)">here</a>'), 'here')
})

test('no markup, however broken, breaks the reading', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<p',
    '<a href="',
    '"',
    "'",
    '<!--',
    '-->',
    '<script>',
    '&#',
    ';',
    'x',
    '=',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      assert.equal(typeof htmlToText(pieces.join('')), 'string')
    }),
  )
})
