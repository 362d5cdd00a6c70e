// The thread that reads one document, and then ends: it acts when it is imported.
import { open, readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type DocumentTask, TEXT_CHARACTERS_MAX, type ThreadAnswer } from './document-text.ts'

const PAGES_MAX = 300

const { path, format } = workerData as DocumentTask
const text = format === 'pdf' ? await readPdf() : format === 'docx' ? await readDocx() : await readText()
parentPort?.postMessage({ text: text.slice(0, TEXT_CHARACTERS_MAX) } satisfies ThreadAnswer)

async function readPdf(): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
  let text = ''
  for (let page = 1; page <= Math.min(pdf.numPages, PAGES_MAX); page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str
    text += '\n'
    if (text.length > TEXT_CHARACTERS_MAX) break
  }
  return text
}

async function readDocx(): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  return (await mammoth.extractRawText({ path })).value
}

async function readText(): Promise<string> {
  const file = await open(path)
  try {
    // A character of UTF-8 has at most four bytes.
    const bytes = Buffer.alloc(TEXT_CHARACTERS_MAX * 4)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** What Windows writes has its mark before it; all else is UTF-8, or close enough to be found. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
