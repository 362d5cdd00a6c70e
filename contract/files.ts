// Files of posts and replies: their bytes come in by one endpoint and go out by another.
import { z } from 'zod'
import { download, read, upload, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, FileId, PersonRef, PostId, ReplyId, SpaceId } from './ref.ts'

const NAME_CHARACTERS_MAX = 1000
const FILES_MAX = 20
const QUERY_CHARACTERS_MAX = 200

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
  .max(FILES_MAX, 'At most {maximum} files go with a post or a reply.')
  .refine((ids) => new Set(ids).size === ids.length, 'A file is named twice.')

/** A file where it was said, in a list of files. */
export const ListedFile = z
  .object({
    file: File,
    /** With the found words between U+E000 and U+E001. */
    name: z.string(),
    /** The passage that was found, marked in the same way; null where only the name was, or nothing was asked. */
    excerpt: z.string().nullable(),
    postId: PostId,
    replyId: ReplyId.nullable(),
    title: z.string().nullable(),
    author: PersonRef,
    at: At,
  })
  .meta({ id: 'ListedFile' })
export type ListedFile = z.output<typeof ListedFile>

export const FileKind = z.enum(['picture', 'document', 'other'])
export type FileKind = z.output<typeof FileKind>

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
  listFiles: read('spaces', 'list-files', {
    summary:
      'The files of a space, the newest first; with a query those whose name or text holds all of its words, the last of which may be unfinished.',
    caller: 'person',
    input: z.strictObject({
      spaceId: SpaceId,
      query: z.string().trim().max(QUERY_CHARACTERS_MAX).optional(),
      kind: FileKind.optional(),
      ...paged,
    }),
    reply: pageOf(ListedFile),
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
