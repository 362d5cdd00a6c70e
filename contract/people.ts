// People: profiles, the directory, and the reporting tree.
import { z } from 'zod'
import { Address } from './auth.ts'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
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
  /** Direct reports, whether or not they are in this answer. */
  reportCount: z.number().int(),
  depth: z.number().int(),
})
export type TreeNode = z.output<typeof TreeNode>

const text = (max: number) => z.string().trim().max(max).nullable()

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
  getReportingTree: read('people', 'get-reporting-tree', {
    summary: 'Part of the reporting tree: below one person, or from its roots, some levels deep.',
    caller: 'member',
    input: z.strictObject({
      rootId: PersonId.optional(),
      levels: z.coerce.number().int().min(1).max(10).default(2),
    }),
    reply: z.object({
      nodes: z.array(TreeNode),
      peopleTotal: z.number().int().describe('Everybody from there down, listed here or not.'),
      isCut: z.boolean().describe('Whether more people stand on these levels than are listed.'),
    }),
  }),
  getPath: read('people', 'get-path', {
    summary: 'The way from one person to another along the reporting tree, and its distance.',
    caller: 'member',
    input: z.strictObject({ fromId: PersonId, toId: PersonId }),
    reply: z.object({ distance: z.number().int().nullable(), people: z.array(PersonRef) }),
  }),
  updateProfile: write('people', 'update-profile', {
    summary: 'Changes a profile: your own, or any as administrator.',
    caller: 'person',
    input: z.strictObject({
      id: PersonId,
      name: z.string().trim().min(1).max(120).optional(),
      title: text(160).optional(),
      unit: text(160).optional(),
      location: text(160).optional(),
      about: text(2000).optional(),
      purpose: text(200).optional(),
      timeZone: text(64).optional(),
      languages: z.array(z.string().min(2).max(20)).max(10).optional(),
    }),
    reply: Person,
  }),
  addPerson: write('people', 'add-person', {
    summary: 'Adds somebody to the network, who then signs in by link.',
    caller: 'administrator',
    input: z.strictObject({
      name: z.string().trim().min(1).max(120),
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
