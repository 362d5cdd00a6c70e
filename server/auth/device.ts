// A browser and its system in words, out of the long line that a browser says of itself.
import { asItStands, type Sentence, sentence } from '#platform/say'

// The order matters: Edge and Opera also claim to be Chrome, and all of them to be Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** `Firefox on Windows`, or as much of it as the browser lets one know. */
export function deviceOf(userAgent: string): Sentence {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  if (browser === undefined && system === undefined) return sentence('An unknown device')
  if (system === undefined) return asItStands(browser ?? '')
  return sentence(
    '{browser, select, unknown {A browser} other {{browser}}} on {system, select, iPhone {an iPhone} iPad {an iPad} Mac {a Mac} other {{system}}}',
    { browser: browser ?? 'unknown', system },
  )
}
