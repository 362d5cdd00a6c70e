// Which column of a people file means what, whoever wrote it: Google Workspace, Entra ID, a UK organogram, or a
// table made by hand.

/**
 * What a column can be read as. `manager` is one whose cells may hold a reference, an address or a name;
 * `postAbove` is the organograms' "Reports to Senior Post", in which XX marks the top.
 */
export type ColumnMeaning = keyof typeof HEADERS

// Headers in their plain form (see `plainHeader`), the preferred first. Home and recovery addresses are left out on
// purpose: an address is a way to sign in, and those belong to the person and not to the organisation.
const HEADERS = {
  id: [
    'postuniquereference',
    'objectid',
    'employeeid',
    'employeenumber',
    'personid',
    'workerid',
    'staffid',
    'externalid',
    'id',
    'userid',
  ],
  name: ['name', 'displayname', 'fullname', 'employeename', 'personname'],
  firstName: ['firstname', 'givenname', 'forename', 'first'],
  lastName: ['lastname', 'surname', 'familyname', 'last'],
  address: [
    'emailaddress',
    'email',
    'mail',
    'workemail',
    'primaryemail',
    'address',
    'userprincipalname',
    'upn',
    'worksecondaryemail',
  ],
  title: ['jobtitle', 'title', 'employeetitle', 'position', 'role'],
  unit: [
    'unit',
    'department',
    'group',
    'team',
    'division',
    'orgunitpath',
    'orgunit',
    'businessunit',
    'organisation',
    'organization',
    'companyname',
  ],
  location: [
    'location',
    'officelocation',
    'office',
    'physicaldeliveryofficename',
    'city',
    'site',
    'buildingid',
  ],
  country: ['country', 'countrycode', 'usagelocation'],
  timeZone: ['timezone', 'tz'],
  languages: ['languages', 'language', 'preferredlanguage', 'locale'],
  postAbove: ['reportstoseniorpost'],
  managerId: ['managerid', 'manageremployeeid', 'managerreference', 'supervisorid', 'reportstoid'],
  managerAddress: ['manageremail', 'manageremailaddress', 'manageraddress', 'managerupn', 'supervisoremail'],
  manager: ['manager', 'managername', 'reportsto', 'linemanager', 'supervisor', 'supervisorname'],
  isActive: ['status', 'accountenabled', 'active', 'isactive', 'enabled', 'employmentstatus'],
  isGuest: ['usertype', 'guest', 'isguest'],
} as const satisfies Record<string, readonly string[]>

export type Columns = {
  /** Positions by meaning, the preferred first; meanings without a column are missing. */
  positions: ReadonlyMap<ColumnMeaning, number[]>
  recognised: { header: string; readAs: ColumnMeaning }[]
  ignored: string[]
}

/** Finds out what each header means. Of several columns of one meaning the preferred comes first. */
export function recogniseColumns(headers: readonly string[]): Columns {
  const meanings = headers.map((header) => meaningOf(plainHeader(header)))
  const positions = new Map<ColumnMeaning, { position: number; rank: number }[]>()
  for (const [position, meaning] of meanings.entries()) {
    if (!meaning) continue
    const known = positions.get(meaning.readAs) ?? []
    positions.set(meaning.readAs, [...known, { position, rank: meaning.rank }])
  }
  const named = headers.map((header, position) => ({
    header: header.trim(),
    readAs: meanings[position]?.readAs,
  }))
  return {
    positions: new Map(
      [...positions].map(([readAs, found]) => [
        readAs,
        found.toSorted((a, b) => a.rank - b.rank).map(({ position }) => position),
      ]),
    ),
    recognised: named.flatMap(({ header, readAs }) => (readAs ? [{ header, readAs }] : [])),
    ignored: named.flatMap(({ header, readAs }) => (readAs || header === '' ? [] : [header])),
  }
}

function meaningOf(header: string): { readAs: ColumnMeaning; rank: number } | undefined {
  for (const [readAs, headers] of Object.entries(HEADERS)) {
    const rank = (headers as readonly string[]).indexOf(header)
    if (rank >= 0) return { readAs: readAs as ColumnMeaning, rank }
  }
  return undefined
}

// "Email Address [Required]", "emailAddress" and "E-mail address" are one header.
function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\[[^\]]*\]|\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '')
}
