// A zip that a test was answered with, opened: what lies in it is read there like any other answer.
import { text } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** @returns what each file says, by its name; in files that are no text whatever bytes come out as */
export async function textsInZip(bytes: ArrayBuffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const texts = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    texts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  return texts
}
