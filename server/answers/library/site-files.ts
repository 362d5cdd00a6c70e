// An export as a site of plain pages: nothing in them runs, and nothing is fetched from elsewhere. Pure.
import { micromark } from 'micromark'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { say, sentence } from '#platform/say'
import {
  type Export,
  type ExportFile,
  grouped,
  type Listed,
  slugOf,
  type Writing,
  wordsOutside,
} from './export-files.ts'
import { cutFacts, factsOf, listedFactsOf, titleOf } from './export-words.ts'
import type { Exported } from './exported.ts'

export function siteWriting(made: Export): Writing {
  return {
    ending: 'html',
    fileOf: (given) => pageOf(given, made),
    listsOf: (listed) => listsOf(listed, made),
  }
}

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif;color-scheme:light dark}' +
  'h1,h2,nav,p.of{font-family:system-ui,sans-serif}p.of{opacity:.75;font-size:.9375rem}' +
  'li{margin:.4rem 0}li p{margin:0}pre{overflow-x:auto}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem}' +
  '*{overflow-wrap:anywhere}'

type Page = { title: string; body: string; home: string }

function htmlOf({ title, body, home }: Page, made: Export): string {
  return `<!doctype html>
<html lang="${made.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav><a href="${home}">${escaped(titleOf(made))}</a></nav>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`
}

function pageOf(given: Exported, made: Export): string {
  const asked = given.body === given.line ? '' : `${rendered(given.body, made)}\n<hr>\n`
  const source = `<a href="${escaped(`${made.baseUrl}/threads/${given.postId}`)}">${escaped(say(made.language, sentence('Open in Foyer')))}</a>`
  const body = `${asked}${rendered(given.answer, made)}\n${factsIn(factsOf(given, made))}\n<p class="of">${source}</p>`
  return htmlOf({ title: given.line, body, home: '../index.html' }, made)
}

function factsIn(facts: readonly string[]): string {
  return facts.length === 0 ? '' : `<p class="of">${facts.map(escaped).join(' ')}</p>`
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

function listsOf(listed: readonly Listed[], made: Export): ExportFile[] {
  const spaces = listFiles(
    grouped(listed, ({ space }) => [space]),
    { kind: 'space', made },
  )
  const topics = listFiles(
    grouped(listed, ({ topics }) => topics.map((topic) => `#${topic}`)),
    { kind: 'topic', made },
  )
  const heading = (words: string) => `<h2>${escaped(words)}</h2>`
  const body = [
    factsIn(cutFacts(made)),
    heading(say(made.language, sentence('Spaces'))),
    linksTo(spaces),
    ...(topics.length === 0 ? [] : [heading(say(made.language, sentence('Topics'))), linksTo(topics)]),
  ].join('\n')
  const index = htmlOf({ title: titleOf(made), body, home: 'index.html' }, made)
  return [...spaces, ...topics, { path: 'index.html', text: index }]
}

type ListFile = ExportFile & { name: string; count: number }

function listFiles(
  groups: ReturnType<typeof grouped>,
  { kind, made }: { kind: 'space' | 'topic'; made: Export },
): ListFile[] {
  return groups.map(([name, questions], index) => {
    const items = questions.map((each) => itemOf(each, made))
    return {
      name,
      count: questions.length,
      path: `${kind}-${index + 1}-${slugOf(name)}.html`,
      text: htmlOf({ title: name, body: `<ul>\n${items.join('\n')}\n</ul>`, home: 'index.html' }, made),
    }
  })
}

function itemOf(listed: Listed, made: Export): string {
  return `<li><a href="${listed.path}">${escaped(listed.line)}</a>${factsIn(listedFactsOf(listed, made))}</li>`
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
