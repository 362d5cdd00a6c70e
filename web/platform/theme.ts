// Light or dark: as the system has it, unless somebody chose on this device.
export type Theme = 'system' | 'light' | 'dark'

const NAME = 'foyer:theme'

export function chosenTheme(): Theme {
  const theme = localStorage.getItem(NAME)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, theme)
  showTheme()
}

/** Puts the choice where the style sheet reads it. */
export function showTheme(): void {
  const theme = chosenTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
