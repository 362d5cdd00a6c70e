// An export as a site of plain pages: nothing in them runs, and nothing is fetched from elsewhere. Pure.
import { micromark } from 'micromark'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import {
  type Export,
  type ExportFile,
  grouped,
  isOver,
  type Listed,
  slugOf,
  type Writing,
  wordsOutside,
} from './export-files.ts'
import type { Exported } from './exported.ts'

export function siteWriting(made: Export): Writing {
  return { ending: 'html', fileOf: (given) => pageOf(given, made), listsOf }
}

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif;color-scheme:light dark}' +
  'h1,h2,nav,p.of{font-family:system-ui,sans-serif}p.of{opacity:.75;font-size:.9375rem}' +
  'li{margin:.4rem 0}pre{overflow-x:auto}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem}' +
  '*{overflow-wrap:anywhere}'

type Page = { title: string; body: string; home: string }

function htmlOf({ title, body, home }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav><a href="${home}">Answers</a></nav>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`
}

function pageOf(given: Exported, made: Export): string {
  const asked = given.body === given.line ? '' : `${rendered(given.body, made)}\n<hr>\n`
  const facts = [
    `Asked on ${given.askedOn} in ${given.space}`,
    `answered by ${given.answeredBy} on ${given.answeredOn}`,
    ...(given.owner === null ? [] : [`${given.owner} answers for it`]),
    ...(given.reviewOn === null
      ? []
      : [
          isOver(given, made.today)
            ? `out of date since ${given.reviewOn}`
            : `looked at again on ${given.reviewOn}`,
        ]),
  ]
  const source = `<a href="${escaped(`${made.baseUrl}/threads/${given.postId}`)}">In Foyer</a>`
  const body = `${asked}${rendered(given.answer, made)}\n<p class="of">${escaped(facts.join(', '))}. ${source}</p>`
  return htmlOf({ title: given.line, body, home: '../index.html' })
}

/** HTML in what people wrote is shown as text, addresses that act are left out, and no picture is fetched. */
function rendered(markdown: string, made: Export): string {
  const html = micromark(wordsOutside(markdown, made), {
    extensions: [gfmTable(), gfmStrikethrough()],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml()],
  })
  // Every tag is micromark's own, as it escapes everybody else's; that makes replacing them safe.
  return html.replaceAll(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1').replaceAll(/<(\/?)h[1-6]>/g, '<$1h2>')
}

function listsOf(listed: readonly Listed[]): ExportFile[] {
  const spaces = listFiles(
    grouped(listed, ({ space }) => [space]),
    'space',
  )
  const topics = listFiles(
    grouped(listed, ({ topics }) => topics.map((topic) => `#${topic}`)),
    'topic',
  )
  const body = [
    '<h2>Spaces</h2>',
    linksTo(spaces),
    ...(topics.length === 0 ? [] : ['<h2>Topics</h2>', linksTo(topics)]),
  ].join('\n')
  return [
    ...spaces,
    ...topics,
    { path: 'index.html', text: htmlOf({ title: 'Answers', body, home: 'index.html' }) },
  ]
}

type ListFile = ExportFile & { name: string; count: number }

function listFiles(groups: ReturnType<typeof grouped>, kind: 'space' | 'topic'): ListFile[] {
  return groups.map(([name, questions], index) => ({
    name,
    count: questions.length,
    path: `${kind}-${index + 1}-${slugOf(name)}.html`,
    text: htmlOf({
      title: name,
      body: `<ul>\n${questions.map(itemOf).join('\n')}\n</ul>`,
      home: 'index.html',
    }),
  }))
}

function itemOf({ path, line, answeredBy, answeredOn, isOver }: Listed): string {
  const late = isOver ? ', out of date' : ''
  return `<li><a href="${path}">${escaped(line)}</a>, ${escaped(answeredBy)}, ${answeredOn}${late}</li>`
}

function linksTo(files: readonly ListFile[]): string {
  const items = files.map(
    ({ path, name, count }) => `<li><a href="${path}">${escaped(name)}</a>, ${count}</li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}
