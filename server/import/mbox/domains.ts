// Which mail domains belong together, and which say nothing about where a person works.

import { localPart } from './person-names.ts'

const SECOND_LEVEL = new Set('ac co com edu gov gob ltd mil net ne nom or org plc sch'.split(' '))
/** Providers that give an address to anybody. */
const PUBLIC = new Set(
  `aol.com att.net bellsouth.net btinternet.com comcast.net compuserve.com cox.net earthlink.net fastmail.com
   free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hotmail.com hotmail.co.uk hotmail.fr
   icloud.com juno.com laposte.net libero.it live.com mac.com mail.com mail.ru me.com mindspring.com msn.com
   netscape.net netzero.net orange.fr outlook.com pacbell.net prodigy.net proton.me protonmail.com qq.com
   rediffmail.com rocketmail.com sbcglobal.net swbell.net t-online.de verizon.net wanadoo.fr web.de yahoo.ca
   yahoo.com yahoo.co.in yahoo.co.uk yahoo.de yahoo.fr yandex.ru ymail.com 126.com 163.com`.split(/\s+/),
)
const FAMILY_CHARACTERS_MIN = 4
const MACHINES = new Set(
  `mailer-daemon postmaster noreply no-reply no_reply donotreply do-not-reply do_not_reply bounce bounces
   notification notifications alerts announcements announcement newsletter`.split(/\s+/),
)
const GROUPS =
  /^(?:dl[-_.].*|all[-_.].*|everyone|everybody|employees|all|staff|undisclosed[-_. ]?recipients?|.*[-_.](?:all|everyone|employees|staff|list|distribution|announce))$/

/**
 * What addresses of one organisation share: `acme` of `jdoe@ei.acme.com` and `jdoe@acme.co.uk`. A name too short to be
 * telling keeps its ending. Empty for what is not a mail address.
 */
export function domainFamily(address: string): string {
  const domain = registeredDomain(address)
  const [label = ''] = domain.split('.')
  return label.length < FAMILY_CHARACTERS_MIN || PUBLIC.has(domain) ? domain : label
}

export function isPublicProvider(address: string): boolean {
  return PUBLIC.has(registeredDomain(address))
}

function registeredDomain(address: string): string {
  const labels = (address.split('@')[1] ?? '').split('.')
  if (labels.length < 2) return ''
  const isThree = labels.length > 2 && labels.at(-1)?.length === 2 && SECOND_LEVEL.has(labels.at(-2) ?? '')
  return labels.slice(isThree ? -3 : -2).join('.')
}

/** Addresses that machines write from, such as `noreply@…`. */
export function isMachineAddress(address: string): boolean {
  const words = localPart(address).split('.')
  return MACHINES.has(localPart(address)) || MACHINES.has(words.at(-1) ?? '')
}

/** Addresses that stand for many people, such as `all.employees@…`. */
export function isGroupAddress(address: string): boolean {
  return GROUPS.test(localPart(address))
}
