// Which addresses are out in the world. Whoever posts a link chooses where this server connects to, and must not reach
// what stands behind its walls by it: itself, its neighbours, or the service that hands out a cloud's keys.
import ipaddr from 'ipaddr.js'

/** Metadata services of clouds whose addresses look like any other. */
const NEVER = new Set(['168.63.129.16'])

/** What IANA has given out for the open network so far; everything beside it is mapped, translated, local or unused. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
/** Kept for documents by RFC 9637. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20')

/**
 * Whether an address is one that everybody may reach. Addresses that carry another one in them (mapped, NAT64, 6to4,
 * Teredo) are none, whatever they carry.
 * @param address in the form in which a resolver gives it; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  if (NEVER.has(address) || address.includes('%')) return false
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast'
  if (!ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.IPv6.parse(address)
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION)
}
