// Lists are cut into pages by an opaque cursor, so that a page costs the same however far one has come.
import { z } from 'zod'

const PAGE_SIZE_MAX = 50

const Cursor = z.string().min(1).max(600)

/** The input fields of every paged read. */
export const paged = {
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(20),
}

/** The reply of every paged read: the items, and where the next page starts unless this is the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: Cursor.nullable() })
}
