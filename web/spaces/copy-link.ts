// The address of something said, onto the clipboard.
import { say } from '#browser/say'
import type { Post, Reply } from '#contract/said'
import { useToast } from '#ui/toast'

/** The path under which a post or a reply is found. */
function pathOf(said: { id: string; postId?: string }): string {
  return said.postId === undefined ? `/threads/${said.id}` : `/threads/${said.postId}/${said.id}`
}

/** Copies the link to something said, and tells so; where the browser refuses, the link is told instead. */
export function useCopyLink(): (said: Pick<Post, 'id'> | Pick<Reply, 'id' | 'postId'>) => Promise<void> {
  const toast = useToast()
  return async (said) => {
    const link = `${location.origin}${pathOf(said)}`
    const isCopied = await copy(link)
    toast({
      sentence: isCopied ? say('The link is copied.') : say('Copy the link yourself: {link}', { link }),
    })
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // A house network without https has no clipboard for scripts, but still the old way.
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const held = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (held instanceof HTMLElement) held.focus({ preventScroll: true })
  return isCopied
}
