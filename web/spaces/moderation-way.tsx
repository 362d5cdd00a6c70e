// The way to moderation in the rail: there for stewards, and for others once something waits for them.
import { Link, useNavigate } from '@tanstack/react-router'
import { Scale } from 'lucide-react'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { NewMark } from '#ui/fresh-mark'
import { useKeys } from '#ui/keys'
import { shownCases, useCaseCount } from './use-case-count.ts'

export function ModerationWay({ className }: { className: string | undefined }) {
  const navigate = useNavigate()
  const { roles } = useMe()
  const count = useCaseCount()
  const waiting = (count?.waiting ?? 0) + (count?.unheard ?? 0)
  const isShown = roles.includes('steward') || waiting > 0
  useKeys(isShown ? { m: { label: say('Moderation'), act: () => navigate({ to: '/moderation' }) } } : {})
  if (!isShown) return null
  return (
    <Link to="/moderation" className={className}>
      <Scale size={18} strokeWidth={1.75} aria-hidden="true" />
      {say('Moderation')}
      {waiting > 0 && <NewMark words={shownCases(waiting)} />}
    </Link>
  )
}
