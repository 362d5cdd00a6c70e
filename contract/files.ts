// Files of posts and replies: their bytes come in by one endpoint and go out by another.
import { z } from 'zod'
import { download, upload, write } from './endpoint.ts'
import { FileId } from './ref.ts'

const NAME_CHARACTERS_MAX = 1000
const FILES_MAX = 20

export const File = z
  .object({
    id: FileId,
    /** Made safe for every system; never empty. What a picture shows is its name without the ending. */
    name: z.string(),
    /** Found from the bytes, such as `image/png`; `application/octet-stream` when they tell nothing. */
    contentType: z.string(),
    bytes: z.number().int(),
    /** In pixels, for pictures that a browser can show. */
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
  })
  .meta({ id: 'File' })
export type File = z.output<typeof File>

/** What is attached to something said, in order. */
export const FileIds = z
  .array(FileId)
  .max(FILES_MAX, `At most ${FILES_MAX} files go with a post or a reply.`)
  .refine((ids) => new Set(ids).size === ids.length, 'A file is named twice.')

/** The widths in pixels at which a picture can be asked for. */
const PictureWidth = z.enum(['320', '640', '1280'])

export const files = {
  uploadFile: upload('spaces', 'upload-file', {
    summary:
      'Keeps the bytes of a file, to be attached to a post or reply within a day. Pictures lose what they tell of place and camera.',
    caller: 'person',
    input: z.strictObject({ name: z.string().max(NAME_CHARACTERS_MAX) }),
    reply: File,
  }),
  renameFile: write('spaces', 'rename-file', {
    summary: 'Names a file of yours otherwise; its ending stays. The name of a picture says what it shows.',
    caller: 'person',
    input: z.strictObject({
      id: FileId,
      name: z.string().trim().min(1, 'Give it a name.').max(NAME_CHARACTERS_MAX),
    }),
    reply: File,
  }),
  getFile: download('spaces', 'get-file', {
    summary:
      'The bytes of a file, for whoever may read what it is attached to. Only its id counts; the name is for people. Takes `Range`.',
    path: '/files/{id}/{name}',
    caller: 'person',
    input: z.strictObject({ id: FileId, name: z.string(), width: PictureWidth.optional() }),
    reply: z.void(),
  }),
}
