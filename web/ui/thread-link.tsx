import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PostId, ReplyId } from '#contract/ref'

type ThreadLinkProps = {
  to: { postId: PostId; replyId: ReplyId | null }
  className?: string | undefined
  children: ReactNode
}

/** Leads to a thread, and within it to a reply where one is named. */
export function ThreadLink({ to: { postId, replyId }, ...rest }: ThreadLinkProps) {
  if (replyId === null) return <Link to="/threads/$postId" params={{ postId }} {...rest} />
  return <Link to="/threads/$postId/$replyId" params={{ postId, replyId }} {...rest} />
}
