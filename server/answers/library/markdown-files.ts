// An export as Markdown: each question with what is known of it in front, and an index. Pure.

import { type Export, grouped, isOver, type Listed, type Writing, wordsOutside } from './export-files.ts'
import { cutFacts, listedFactsOf, titleOf } from './export-words.ts'
import type { Exported } from './exported.ts'

export function markdownWriting(made: Export): Writing {
  return {
    ending: 'md',
    fileOf: (given) => fileOf(given, made),
    listsOf: (listed) => [{ path: 'index.md', text: indexOf(listed, made) }],
  }
}

/** The names in front are the same in every language, for programs. Texts are written as JSON, which is YAML as well and needs no further care. */
function fileOf(given: Exported, made: Export): string {
  const front = {
    question: given.line,
    space: given.space,
    topics: given.topics,
    asked: given.askedOn,
    answered: given.answeredOn,
    answered_by: given.answeredBy,
    owner: given.owner,
    review: given.reviewOn,
    state: isOver(given, made) ? 'out of date' : 'answered',
    source: `${made.baseUrl}/threads/${given.postId}`,
  }
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const body = given.body === given.line ? '' : `${wordsOutside(given.body, made)}\n\n`
  return `---\n${lines.join('\n')}\n---\n\n# ${escaped(given.line)}\n\n${body}---\n\n${wordsOutside(given.answer, made)}\n`
}

function indexOf(listed: readonly Listed[], made: Export): string {
  const parts = grouped(listed, ({ space }) => [space]).map(
    ([space, questions]) =>
      `## ${escaped(space)}\n\n${questions.map((each) => lineOf(each, made)).join('\n')}\n`,
  )
  return [`# ${titleOf(made)}\n`, ...cutFacts(made).map((fact) => `${fact}\n`), ...parts].join('\n')
}

function lineOf(listed: Listed, made: Export): string {
  const facts = listedFactsOf(listed, made).map(escaped).join(' ')
  return `- [${escaped(listed.line)}](${listed.path})  \n  ${facts}`
}

/** A text in a line of Markdown, without any meaning there. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#&|~]/g, '\\$&')
}
