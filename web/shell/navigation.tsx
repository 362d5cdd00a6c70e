// The ways through the house: a rail beside the page, and tabs below it on a phone.
import { Link } from '@tanstack/react-router'
import { BookOpen, Clock3, DoorOpen, House, Search, Settings, ShieldCheck, Users } from 'lucide-react'
import type { ComponentType } from 'react'
import { say } from '#browser/say'
import type { Standing } from '#contract/auth'
import { Avatar } from '#ui/avatar'
import { DoorMark } from '#ui/door-mark'
import { NewMark } from '#ui/fresh-mark'
import { Spoken } from '#ui/spoken'
import { Bell, BellRope } from '../notices/bell.tsx'
import { ModerationWay } from '../spaces/moderation-way.tsx'
import { useNews } from '../spaces/use-news.ts'
import styles from './navigation.module.css'
import { SearchOpener } from './search-opener.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

type Way = {
  to: '/brief' | '/' | '/spaces' | '/answers' | '/search' | '/people'
  label: string
  Icon: ComponentType<{ size: number; strokeWidth: number; 'aria-hidden': 'true' }>
}

const WAYS: Way[] = [
  { to: '/brief', label: say('Brief'), Icon: Clock3 },
  { to: '/', label: say('Home'), Icon: House },
  { to: '/spaces', label: say('Spaces'), Icon: DoorOpen },
  { to: '/answers', label: say('Answers'), Icon: BookOpen },
  { to: '/search', label: say('Search'), Icon: Search },
  { to: '/people', label: say('People'), Icon: Users },
]

/** A field above leads to the search on a desktop; on a phone, where five fit, spaces lead to the answers. */
const ONLY_ON: { [to in Way['to']]?: string | undefined } = {
  '/search': styles.phoneWay,
  '/answers': styles.railWay,
}

type SignedIn = Extract<Standing, { standing: 'signed-in' }>

/** A guest meets people in the spaces they are in, and nowhere else. */
function waysOf({ me: { roles } }: SignedIn): Way[] {
  return roles.includes('guest') ? WAYS.filter(({ to }) => to !== '/people') : WAYS
}

export function Navigation({ standing }: { standing: Standing }) {
  if (standing.standing !== 'signed-in') return null
  return (
    <>
      <header className={styles.bar}>
        <Link to="/" className={styles.mark}>
          <DoorMark size={18} />
          {standing.networkName}
        </Link>
        <span className={styles.own}>
          <Bell className={styles.me} as="picture" />
          <Link to="/settings" className={styles.me}>
            <Avatar person={standing.me.person} />
            <Spoken>{say('Settings')}</Spoken>
          </Link>
        </span>
      </header>
      <BellRope />
      <nav className={styles.rail} aria-label={say('Main')}>
        <Link to="/" className={styles.mark}>
          <DoorMark size={22} />
          {standing.networkName}
        </Link>
        <SearchOpener />
        <div className={styles.ways}>
          {waysOf(standing).map((way) => (
            <WayLink key={way.to} {...way} />
          ))}
          <Bell className={`${styles.way} ${styles.railWay}`} as="word" />
        </div>
        <Foot standing={standing} />
      </nav>
    </>
  )
}

function WayLink({ to, label, Icon }: Way) {
  return (
    <Link
      to={to}
      className={ONLY_ON[to] === undefined ? styles.way : `${styles.way} ${ONLY_ON[to]}`}
      activeOptions={{ exact: to === '/' }}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      {label}
      {to === '/' && <HomeNews />}
    </Link>
  )
}

function HomeNews() {
  const hasNew = useNews()
  if (!hasNew) return null
  return (
    <span className={styles.news}>
      <NewMark words={say('something new')} as="spoken" />
    </span>
  )
}

function Foot({ standing }: { standing: SignedIn }) {
  const { person, roles } = standing.me
  return (
    <div className={styles.foot}>
      <ModerationWay className={styles.way} />
      {roles.includes('administrator') && (
        <Link to="/administration" className={styles.way}>
          <ShieldCheck size={18} strokeWidth={1.75} aria-hidden="true" />
          {say('Administration')}
        </Link>
      )}
      <Link to="/settings" className={styles.way}>
        <Settings size={18} strokeWidth={1.75} aria-hidden="true" />
        {say('Settings')}
      </Link>
      <ThemeSwitch />
      <Link to="/people/$id" params={{ id: person.id }} className={styles.person}>
        <Avatar person={person} />
        <span>{person.name}</span>
      </Link>
    </div>
  )
}
