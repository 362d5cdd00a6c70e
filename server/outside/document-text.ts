// What a document says, read in a thread of its own with little memory and little time: whatever is wrong with a file,
// it takes nothing else along.
import { Worker } from 'node:worker_threads'

type Document = { contentType: string; name: string }
export type DocumentFormat = 'pdf' | 'docx' | 'text'

/** What is read of documents; everything else is found by its name alone. */
const FORMATS: Record<string, DocumentFormat> = {
  'text/plain': 'text',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** What the thread is given, and what it tells. */
export type DocumentTask = { path: string; format: DocumentFormat }
export type ThreadAnswer = { text: string }

/** A document without text, like one of scanned pages, has an empty one. */
export type DocumentText = { text: string; problem: null } | { text: ''; problem: 'unreadable' | 'too-much' }

const SECONDS_MAX = 20
const THREAD_MEGABYTES_MAX = 384
/** What is larger is no document that anybody reads, and would have to be held whole. */
const BYTES_MAX = 30_000_000
/** As much as is searched of any text. */
export const TEXT_CHARACTERS_MAX = 100_000

/** How the text of a file is read, by what its bytes are; undefined where it has none. */
export function documentFormatOf({ contentType, name }: Document): DocumentFormat | undefined {
  // Not every program writes a DOCX so that its first bytes tell it from any other archive.
  if (/^application\/(zip|octet-stream)$/.test(contentType) && /\.docx$/i.test(name)) return 'docx'
  return FORMATS[contentType]
}

/** Reads what a document says, at most `TEXT_CHARACTERS_MAX` characters of it. Never throws. */
export async function readDocumentText(task: DocumentTask & { bytes: number }): Promise<DocumentText> {
  const { path, format, bytes } = task
  if (bytes > BYTES_MAX && format !== 'text') return { text: '', problem: 'too-much' }
  const thread = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: { path, format } satisfies DocumentTask,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES_MAX },
    // What a library has to say about a broken file is nobody's news.
    stdout: true,
    stderr: true,
  })
  const done = Promise.withResolvers<DocumentText>()
  const late = setTimeout(() => done.resolve({ text: '', problem: 'too-much' }), SECONDS_MAX * 1000)
  thread.on('message', ({ text }: ThreadAnswer) => done.resolve({ text, problem: null }))
  thread.on('error', (error) =>
    done.resolve({ text: '', problem: isMemory(error) ? 'too-much' : 'unreadable' }),
  )
  thread.on('exit', () => done.resolve({ text: '', problem: 'unreadable' }))
  const read = await done.promise
  clearTimeout(late)
  await thread.terminate()
  return read
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
