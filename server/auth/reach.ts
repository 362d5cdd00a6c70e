// Whether others than whoever sits at this machine come to Foyer's address, as far as the settings tell.
import type { Settings } from '#platform/settings'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

/** True unless Foyer listens to this machine alone, under an address of this machine, with no proxy in front. */
export function isOpenToOthers(settings: Pick<Settings, 'host' | 'baseUrl' | 'isBehindProxy'>): boolean {
  const { host, baseUrl, isBehindProxy } = settings
  return isBehindProxy || !LOOPBACK.test(host) || !LOOPBACK.test(new URL(baseUrl).hostname)
}
