// Changing what one said; the earlier words stay in its history.
import { useDraft } from '#browser/drafts'
import { say } from '#browser/say'
import type { FileId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { Field } from '#ui/field'
import { Composer } from './composer.tsx'
import { useEdit } from './use-said.ts'

const TITLE_CHARACTERS_MAX = 300

export function EditWords({ said, onClose }: { said: Post | Reply; onClose: () => void }) {
  const isPost = 'title' in said
  const draftKey = `edit:${said.id}`
  const [title, setTitle] = useDraft(`${draftKey}:title`, isPost ? (said.title ?? '') : '')
  const edit = useEdit(said)
  const submit = async (body: string, fileIds: FileId[]) => {
    await edit({ body, fileIds, title: isPost ? title.trim() : undefined })
    onClose()
  }
  return (
    <>
      {isPost && (
        <Field
          label={say('Title')}
          maxLength={TITLE_CHARACTERS_MAX}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      )}
      <Composer
        label={say('Your words')}
        submitLabel={say('Change')}
        draftKey={draftKey}
        startsWith={said.body}
        files={said.files}
        onSubmit={submit}
        onCancel={onClose}
        startsFocused
      />
    </>
  )
}
