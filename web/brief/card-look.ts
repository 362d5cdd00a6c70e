// The mark and the colour of each kind of card. The headline beside them says the same in words.
import {
  CircleHelp,
  Compass,
  HeartHandshake,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  Waypoints,
} from 'lucide-react'
import type { CardKind } from '#contract/brief'

export const CARD_ICONS: Record<CardKind, LucideIcon> = {
  'needs-you': CircleHelp,
  steer: Compass,
  unheard: Waypoints,
  reactions: MessagesSquare,
  recognise: HeartHandshake,
  reflect: NotebookPen,
}
