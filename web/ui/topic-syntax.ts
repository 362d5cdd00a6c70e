// `#word` as a part of Markdown: what names a topic, for those who show words and for those who let them be written.
import type {
  Code,
  Construct,
  Effects,
  Extension,
  HtmlExtension,
  State,
  TokenizeContext,
} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    topic: 'topic'
  }
}

const TOPIC_CHARACTERS_MAX = 60
const HASH = 35

/** Behind one of these a # goes on with a longer word, an address or an escape. */
const goesOn = /[\p{L}\p{M}\p{N}#&/\\]/u
const isLetter = /\p{L}/u
const inWord = /[\p{L}\p{M}\p{N}]/u
const betweenWords = /[_-]/
const topics = /(?<![\p{L}\p{M}\p{N}#&/\\])#[\p{L}\p{M}\p{N}]+(?:[_-]+[\p{L}\p{M}\p{N}]+)*/gu

/** Whether a word with its # can name a topic: not too long, and not of digits alone. */
function isTopic(word: string): boolean {
  return isLetter.test(word) && word.length <= TOPIC_CHARACTERS_MAX + 1
}

/** Where topics stand in a text without Markdown. */
export function topicsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(topics)]
    .filter(([word]) => isTopic(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

const topic: Construct = { name: 'topic', tokenize: tokenizeTopic, previous: mayFollow }
const joint: Construct = { tokenize: tokenizeJoint, partial: true }

/** Reads `#word`; code and escapes are read before it, and so stay what they are. */
export const topicSyntax: Extension = { text: { [HASH]: topic } }

/**
 * Writes `<topic>#word</topic>`, which nobody else can write, as tags of the author's are shown as text. Whoever
 * knows whether a link stands around it makes the rest of it.
 */
export const topicHtml: HtmlExtension = {
  enter: {
    topic(token) {
      this.tag('<topic>')
      this.raw(this.sliceSerialize(token))
      this.tag('</topic>')
    },
  },
}

function mayFollow(code: Code): boolean {
  return !matches(code, goesOn)
}

function matches(code: Code, pattern: RegExp): boolean {
  return code !== null && code > 0 && pattern.test(String.fromCharCode(code))
}

function tokenizeTopic(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let word = '#'
  const begin: State = (code) => {
    effects.enter('topic')
    effects.consume(code)
    return first
  }
  const first: State = (code) => (matches(code, inWord) ? inside(code) : nok(code))
  const inside: State = (code) => {
    if (matches(code, inWord)) {
      word += String.fromCharCode(code ?? 0)
      effects.consume(code)
      return inside
    }
    return matches(code, betweenWords) ? effects.attempt(joint, countJoint, end)(code) : end(code)
  }
  const countJoint: State = (code) => {
    word += '-'
    return inside(code)
  }
  const end: State = (code) => {
    if (!isTopic(word)) return nok(code)
    effects.exit('topic')
    return ok(code)
  }
  return begin
}

/** `-` and `_` belong to a topic as far as a word follows. */
function tokenizeJoint(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const step: State = (code) => {
    if (matches(code, betweenWords)) {
      effects.consume(code)
      return step
    }
    return matches(code, inWord) ? ok(code) : nok(code)
  }
  return step
}
