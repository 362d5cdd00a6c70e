// Groups the mailboxes of an archive into people. A group stands only if each of its members agrees with every other:
// where a name could be two people's, nobody is merged.

import { compareNames, isInitialOnly } from './person-names.ts'
import { type Candidate, type PairFacts, whySamePerson } from './same-person.ts'

/** Candidates that are one person; in a group of more than one, each with why it belongs to the others. */
export type Group = { members: Candidate[]; reasons: Map<Candidate, string> }

/** Beyond this many bearers of one family name, telling them apart pairwise costs too much, and none is merged. */
const BEARERS_MAX = 2_000

type Evidence = (a: Candidate, b: Candidate) => string | undefined

/** Puts together those of `candidates` that are shown to be one person. Keeps the order of the candidates. */
export function groupPeople(candidates: readonly Candidate[], facts: PairFacts): Group[] {
  const byFamily = Map.groupBy(candidates, (candidate) => candidate.name.family)
  return [...byFamily.values()].flatMap((bearers) =>
    bearers.length > BEARERS_MAX ? bearers.map(alone) : groupBearers(bearers, facts),
  )
}

function groupBearers(bearers: readonly Candidate[], facts: PairFacts): Group[] {
  const evidence: Evidence = (a, b) => whySamePerson([a, b], facts)
  const levels: Evidence[] = [
    evidence,
    (a, b) => (isAtHome(a) || isAtHome(b) ? undefined : evidence(a, b)),
    (a, b) => (isAtHome(a) || isAtHome(b) || !isExactlyNamed(a, b) ? undefined : evidence(a, b)),
  ]
  const full = bearers.filter((bearer) => !isInitialOnly(bearer.name))
  const groups = groupAtLevel(full, levels)
  const initials = bearers.filter((bearer) => isInitialOnly(bearer.name))
  return [...groups, ...initials.flatMap((bearer) => joinOnly(bearer, groups, evidence))]
}

function groupAtLevel(candidates: readonly Candidate[], levels: readonly Evidence[]): Group[] {
  const [evidence, ...stricter] = levels
  if (!evidence) return candidates.map(alone)
  return connected(candidates, evidence).flatMap((members) => {
    const isUnanimous = members.every((a, at) =>
      members.slice(at + 1).every((b) => evidence(a, b) !== undefined),
    )
    return isUnanimous ? [grouped(members, evidence)] : groupAtLevel(members, stricter)
  })
}

function connected(candidates: readonly Candidate[], evidence: Evidence): Candidate[][] {
  const left = new Set(candidates)
  const components: Candidate[][] = []
  for (const first of candidates) {
    if (!left.delete(first)) continue
    const component = [first]
    for (const member of component) {
      for (const other of left) {
        if (evidence(member, other) === undefined) continue
        left.delete(other)
        component.push(other)
      }
    }
    components.push(component)
  }
  return components
}

function grouped(members: readonly Candidate[], evidence: Evidence): Group {
  const reasons = new Map<Candidate, string>()
  for (const member of members) {
    const reason = members.flatMap((other) => (other === member ? [] : (evidence(other, member) ?? [])))[0]
    if (reason) reasons.set(member, reason)
  }
  return { members: [...members], reasons }
}

function alone(candidate: Candidate): Group {
  return { members: [candidate], reasons: new Map() }
}

/** `J. Doe` is one of the known Does only when a single one of them can be meant. */
function joinOnly(bearer: Candidate, groups: readonly Group[], evidence: Evidence): Group[] {
  const fitting = groups.filter((group) =>
    group.members.some((member) => evidence(member, bearer) !== undefined),
  )
  const [only] = fitting
  if (!only || fitting.length > 1 || only.members.some((member) => isAgainst(member, bearer)))
    return [alone(bearer)]
  const witness = only.members.find((member) => evidence(member, bearer) !== undefined)
  const reason = (witness && evidence(witness, bearer)) ?? ''
  only.reasons.set(bearer, reason)
  if (witness && !only.reasons.has(witness)) only.reasons.set(witness, reason)
  only.members.push(bearer)
  return []
}

function isAgainst(member: Candidate, bearer: Candidate): boolean {
  return compareNames(member.name, bearer.name) === 'different'
}

function isAtHome(candidate: Candidate): boolean {
  return candidate.isPublic
}

function isExactlyNamed(a: Candidate, b: Candidate): boolean {
  return a.name.given === b.name.given && a.name.middle !== undefined && a.name.middle === b.name.middle
}
