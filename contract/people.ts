// People: profiles, the directory, and the reporting tree.
import { z } from 'zod'
import { Address } from './auth.ts'
import { read, write } from './endpoint.ts'
import { Language } from './language.ts'
import { paged, pageOf } from './paging.ts'
import { line, paragraphs } from './plain-text.ts'
import { Done, PersonId, PersonRef, Role } from './ref.ts'

export const Person = PersonRef.extend({
  addresses: z.array(z.string()),
  roles: z.array(Role),
  about: z.string().nullable(),
  purpose: z.string().nullable(),
  country: z.string().nullable(),
  timeZone: z.string().nullable(),
  languages: z.array(z.string()),
  manager: PersonRef.nullable(),
  reports: z.array(PersonRef),
  reportCount: z.number().int(),
  /** Steps between you and this person in the reporting tree; null when you share no tree. */
  distance: z.number().int().nullable(),
  isYou: z.boolean(),
  may: z.object({ edit: z.boolean(), changeRoles: z.boolean() }),
})
export type Person = z.output<typeof Person>

export const TreeNode = PersonRef.extend({
  managerId: PersonId.nullable(),
  /** Direct reports who have not left, whether or not they are in this answer. */
  reportCount: z.number().int(),
})
export type TreeNode = z.output<typeof TreeNode>

/** One person with the first of those who report to them. */
const TreeLevel = z.object({
  manager: TreeNode,
  reports: z.array(TreeNode),
  nextCursor: z.string().nullable(),
})
export type TreeLevel = z.output<typeof TreeLevel>

/** What the network is counted by. */
export const GroupBy = z.enum(['unit', 'location'])
export type GroupBy = z.output<typeof GroupBy>

const PeopleGroup = z.object({
  /** Null for those who say none. */
  name: z.string().nullable(),
  peopleCount: z.number().int(),
})
export type PeopleGroup = z.output<typeof PeopleGroup>

const GroupMember = z.object({ person: PersonRef, manager: PersonRef.nullable() })
export type GroupMember = z.output<typeof GroupMember>

/** How many people one look at the reporting tree unfolds at most. */
export const UNFOLDED_MAX = 40

/** In a query, a list of one cannot be told from the one. */
const SomePeople = z.union([z.array(PersonId).min(1).max(UNFOLDED_MAX), PersonId.transform((id) => [id])])

const text = (max: number) => paragraphs(z.string().trim().max(max)).nullable()

export const people = {
  listPeople: read('people', 'list-people', {
    summary: 'The directory: people by name, title, unit or place.',
    caller: 'member',
    input: z.strictObject({ search: z.string().trim().max(200).optional(), ...paged }),
    reply: pageOf(PersonRef),
  }),
  getPerson: read('people', 'get-person', {
    summary: 'A profile.',
    caller: 'person',
    input: z.strictObject({ id: PersonId }),
    reply: Person,
  }),
  listReports: read('people', 'list-reports', {
    summary: 'One level of the reporting tree by name: below one person, or those at the top of a tree.',
    caller: 'member',
    input: z.strictObject({ managerId: PersonId.optional(), ...paged }),
    reply: pageOf(TreeNode),
  }),
  getReportingTree: read('people', 'get-reporting-tree', {
    summary: 'Part of the reporting tree: some people, each with the first page of those who report to them.',
    caller: 'member',
    input: z.strictObject({ managerIds: SomePeople }),
    reply: z.object({ levels: z.array(TreeLevel) }),
  }),
  getLine: read('people', 'get-line', {
    summary: 'Everybody above a person up to the top of their tree, and the person; from the top down.',
    caller: 'member',
    input: z.strictObject({ id: PersonId }),
    reply: z.object({ people: z.array(TreeNode) }),
  }),
  listManagersBelow: read('people', 'list-managers-below', {
    summary: 'Whom to unfold to see what stands below a person: that person and the nearest managers below.',
    caller: 'member',
    input: z.strictObject({ id: PersonId }),
    reply: z.object({
      managerIds: z.array(PersonId),
      isCut: z.boolean().describe('Whether further managers stand below those listed.'),
    }),
  }),
  listGroups: read('people', 'list-groups', {
    summary: 'The units or the locations of the network, with how many people each has.',
    caller: 'member',
    input: z.strictObject({ by: GroupBy, ...paged }),
    reply: pageOf(PeopleGroup),
  }),
  listGroup: read('people', 'list-group', {
    summary: 'The people of one unit or location by name, each with their manager.',
    caller: 'member',
    input: z.strictObject({
      by: GroupBy,
      name: z.string().min(1).max(1000).optional().describe('Left out: those who say none.'),
      ...paged,
    }),
    reply: pageOf(GroupMember),
  }),
  getPath: read('people', 'get-path', {
    summary: 'The way from one person to another along the reporting tree, and its distance.',
    caller: 'member',
    input: z.strictObject({ fromId: PersonId, toId: PersonId }),
    reply: z.object({
      distance: z.number().int().nullable(),
      /** How many of the steps lead up, to the nearest common manager. */
      stepsUp: z.number().int().nullable(),
      people: z.array(PersonRef),
    }),
  }),
  updateProfile: write('people', 'update-profile', {
    summary: 'Changes a profile: your own, or any as administrator.',
    caller: 'person',
    input: z.strictObject({
      id: PersonId,
      name: line(z.string().trim().min(1).max(120)).optional(),
      title: text(160).optional(),
      unit: text(160).optional(),
      location: text(160).optional(),
      about: text(2000).optional(),
      purpose: text(200).optional(),
      timeZone: text(64).optional(),
      languages: z.array(z.string().min(2).max(20)).max(10).optional(),
      language: Language.nullable()
        .optional()
        .describe('In which they read what Foyer says; null leaves that to their browser.'),
    }),
    reply: Person,
  }),
  addPerson: write('people', 'add-person', {
    summary: 'Adds somebody to the network, who then signs in by link.',
    caller: 'administrator',
    input: z.strictObject({
      name: line(z.string().trim().min(1).max(120)),
      address: Address,
      roles: z.array(Role).max(6).default([]),
      managerId: PersonId.optional(),
    }),
    reply: Person,
  }),
  changeRoles: write('people', 'change-roles', {
    summary: 'Sets the roles of a person. The last administrator stays one.',
    caller: 'administrator',
    input: z.strictObject({ id: PersonId, roles: z.array(Role).max(6) }),
    reply: Person,
  }),
  deactivatePerson: write('people', 'deactivate-person', {
    summary: 'Ends the sessions of somebody who left; what they said stays.',
    caller: 'administrator',
    input: z.strictObject({ id: PersonId }),
    reply: Done,
  }),
}
