// BM25 in memory (Robertson and others; k1 and b as Lucene has them): what similar questions are measured against. Pure.

const K1 = 1.2
const B = 0.75

export type CountedWords = ReadonlyMap<string, number>

/** What one word adds to the rank of a text. */
export function wordRank(of: {
  textCount: number
  textsWithWord: number
  timesInText: number
  length: number
  lengthMean: number
}): number {
  const { textCount, textsWithWord, timesInText, length, lengthMean } = of
  const rarity = Math.log(1 + (textCount - textsWithWord + 0.5) / (textsWithWord + 0.5))
  const saturation =
    (timesInText * (K1 + 1)) / (timesInText + K1 * (1 - B + (B * length) / Math.max(lengthMean, 1)))
  return rarity * saturation
}

/** @returns the places of the texts that rank highest for the words of a query, best first */
export function bm25Over(texts: readonly CountedWords[]): (words: CountedWords, limit: number) => number[] {
  const lengths = texts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0))
  const lengthMean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length)
  const postings = new Map<string, { place: number; timesInText: number }[]>()
  for (const [place, words] of texts.entries()) {
    for (const [word, timesInText] of words) {
      const standing = postings.get(word)
      if (standing === undefined) postings.set(word, [{ place, timesInText }])
      else standing.push({ place, timesInText })
    }
  }
  return (words, limit) => {
    const ranks = new Map<number, number>()
    for (const word of words.keys()) {
      const standing = postings.get(word) ?? []
      for (const { place, timesInText } of standing) {
        const of = { textCount: texts.length, textsWithWord: standing.length, timesInText }
        const rank = wordRank({ ...of, length: lengths[place] ?? 0, lengthMean })
        ranks.set(place, (ranks.get(place) ?? 0) + rank)
      }
    }
    return [...ranks]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, limit)
      .map(([place]) => place)
  }
}
