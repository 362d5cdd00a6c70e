import { CircleCheck, CircleDashed, ClockAlert, CornerDownRight } from 'lucide-react'

const ICONS = {
  open: CircleDashed,
  answered: CircleCheck,
  'out-of-date': ClockAlert,
  superseded: CornerDownRight,
  merged: CornerDownRight,
} as const

/** How a question stands, as a picture beside the words for it. */
export function QuestionIcon({ state }: { state: keyof typeof ICONS }) {
  const Icon = ICONS[state]
  return <Icon aria-hidden strokeWidth={1.75} />
}
