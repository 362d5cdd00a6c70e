// An export as Markdown: each question with what is known of it in front, and an index. Pure.

import { type Export, grouped, isOver, type Listed, type Writing, wordsOutside } from './export-files.ts'
import type { Exported } from './exported.ts'

export function markdownWriting(made: Export): Writing {
  return {
    ending: 'md',
    fileOf: (given) => fileOf(given, made),
    listsOf: (listed) => [{ path: 'index.md', text: indexOf(listed) }],
  }
}

/** Texts are written as JSON, which is YAML as well and needs no further care. */
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
    state: isOver(given, made.today) ? 'out of date' : 'answered',
    source: `${made.baseUrl}/threads/${given.postId}`,
  }
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const body = given.body === given.line ? '' : `${wordsOutside(given.body, made)}\n\n`
  return `---\n${lines.join('\n')}\n---\n\n# ${escaped(given.line)}\n\n${body}---\n\n${wordsOutside(given.answer, made)}\n`
}

function indexOf(listed: readonly Listed[]): string {
  const parts = grouped(listed, ({ space }) => [space]).map(
    ([space, questions]) => `## ${escaped(space)}\n\n${questions.map(lineOf).join('\n')}\n`,
  )
  return `# Answers\n\n${parts.join('\n')}`
}

function lineOf({ line, path, answeredBy, answeredOn, isOver }: Listed): string {
  const late = isOver ? ', out of date' : ''
  return `- [${escaped(line)}](${path}): ${escaped(answeredBy)}, ${answeredOn}${late}`
}

/** A text in a line of Markdown, without any meaning there. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#&|~]/g, '\\$&')
}
