// Whether a mail really comes from whom it names, by the word of the mail server in front of us (RFC 8601). Pure.

export type Proof = 'proven' | 'disproven' | 'unknown'

/**
 * @param results the values of `Authentication-Results`, topmost first
 * @param trustedHost the only one whose word counts; it is taken to remove what others claim in its name
 * @param from the address in `From`
 */
export function proofOf(
  results: readonly string[],
  { trustedHost, from }: { trustedHost: string | undefined; from: string },
): Proof {
  const said = results.find((value) => serverOf(value) === trustedHost)
  if (said === undefined || trustedHost === undefined) return 'unknown'
  const verdicts = said
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .slice(1)
  const of = (method: string) => verdicts.filter((each) => new RegExp(`^\\s*${method}\\s*=`).test(each))
  const isPass = (each: string) => /^\s*\w+\s*=\s*pass\b/.test(each)
  const dmarc = of('dmarc')
  if (dmarc.some((each) => /=\s*fail\b/.test(each))) return 'disproven'
  if (dmarc.some(isPass)) return 'proven'
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const isAligned = (each: string) => domainsIn(each).some((other) => other === domain)
  return [...of('dkim'), ...of('spf')].some((each) => isPass(each) && isAligned(each))
    ? 'proven'
    : 'disproven'
}

function serverOf(value: string): string {
  return (
    value
      .replace(/\([^()]*\)/g, ' ')
      .split(';')[0]
      ?.trim()
      .split(/\s+/)[0]
      ?.toLowerCase() ?? ''
  )
}

/** `header.d=a.org`, `header.i=@a.org`, `smtp.mailfrom=x@a.org`. */
function domainsIn(verdict: string): string[] {
  const named = verdict.matchAll(
    /\b(?:header\.d|header\.i|smtp\.mailfrom)\s*=\s*"?(?:[^\s;"@]*@)?([a-z0-9.-]+)/g,
  )
  return [...named].flatMap(([, domain]) => domain ?? [])
}
