// One press from light to dark and back; settings offer the system's choice as well.
import { Moon, Sun } from 'lucide-react'
import { say } from '#browser/say'
import { chooseTheme, useIsDark } from '#browser/theme'
import styles from './navigation.module.css'

export function ThemeSwitch() {
  const isDark = useIsDark()
  const Icon = isDark ? Sun : Moon
  return (
    <button type="button" className={styles.way} onClick={() => chooseTheme(isDark ? 'light' : 'dark')}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      {isDark ? say('Go light') : say('Go dark')}
    </button>
  )
}
