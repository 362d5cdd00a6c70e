// The switch for the notices of one thread.
import { Bell, BellOff } from 'lucide-react'
import { say } from '#browser/say'
import type { PostId } from '#contract/ref'
import { Button } from '#ui/button'
import { Spoken } from '#ui/spoken'
import { useMute, useThreadNotices } from './use-notices.ts'

export function ThreadBell({ postId }: { postId: PostId }) {
  const isMuted = useThreadNotices(postId)?.isMuted
  const mute = useMute(postId)
  const Picture = isMuted ? BellOff : Bell
  const words = isMuted ? say('You hear of this thread only when mentioned') : say('You hear of this thread')
  return (
    <Button
      kind="quiet"
      title={words}
      disabled={isMuted === undefined}
      aria-pressed={isMuted ?? false}
      onClick={() => mute(!isMuted)}
    >
      <Picture size={20} strokeWidth={1.75} aria-hidden="true" />
      <Spoken>{say('Only tell me when I am mentioned')}</Spoken>
    </Button>
  )
}
