import type { InputOf } from '#contract/endpoint'
import type { File, files } from '#contract/files'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireFile } from './access.ts'
import { renamed } from './file-name.ts'
import { changeName } from './store.ts'

/** Names a file of one's own otherwise. What a picture is called is what is read aloud to those who do not see it. */
export async function renameFile(ctx: Ctx, input: InputOf<typeof files.renameFile>): Promise<File> {
  const { sha256, uploaderId, ...file } = await requireFile(ctx, input.id)
  if (uploaderId !== ctx.viewer.personId) {
    throw refusal('forbidden', 'not-your-file', 'Only whoever uploaded a file can name it otherwise.')
  }
  const name = renamed(file.name, input.name)
  await changeName(ctx.db, { id: file.id, name })
  return { ...file, name }
}
