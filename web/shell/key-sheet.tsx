// The keys that work on every screen. The sheet that `?` opens, which lists all of them, is fetched when it is first
// asked for.
import { useNavigate } from '@tanstack/react-router'
import { say } from '#browser/say'
import { useKeys } from '#ui/keys'
import { useFetchedBox } from './use-fetched-box.ts'

const loadSheet = () => import('./key-list.tsx').then(({ KeyList }) => KeyList)

export function KeySheet() {
  const { Box, open, close } = useFetchedBox(loadSheet)
  const navigate = useNavigate()
  useKeys({
    '?': { label: say('Show the keys'), act: open },
    b: { label: say('Brief'), act: () => navigate({ to: '/brief' }) },
    q: { label: say('Ask a question'), act: () => navigate({ to: '/ask' }) },
    h: { label: say('Home'), act: () => navigate({ to: '/' }) },
  })
  return Box !== undefined && <Box onClose={close} />
}
