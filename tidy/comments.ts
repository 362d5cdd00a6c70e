// What comments may not be: a wish without a reason, or a check switched off without one.
import { type Finding, finding, type Source } from './source.ts'

const wish = /\b(TODO|FIXME|HACK|XXX)\b:?(.*)/
const switchedOff = /@ts-expect-error\b(.*)/
const wordsOfReason = 4

export function reasonedComment(source: Source): Finding[] {
  return source.comments.flatMap(({ value, start }) => {
    const refuse = (sentence: string) => [finding(source, start, sentence)]
    if (/@ts-(ignore|nocheck)\b/.test(value)) return refuse('silences the compiler; mend the type')
    const [, word, reason = ''] = wish.exec(value) ?? []
    if (word && isThin(reason)) return refuse(`${word} without a reason; say what breaks, or do it`)
    const excuse = switchedOff.exec(value)?.[1]
    if (excuse !== undefined && isThin(excuse)) return refuse('@ts-expect-error without a reason')
    return []
  })
}

function isThin(reason: string): boolean {
  return reason.split(/\s+/).filter((word) => /\w/.test(word)).length < wordsOfReason
}
