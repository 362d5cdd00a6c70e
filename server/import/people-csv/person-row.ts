// What one row of a people file says, and what there is to say about a row.

/** How a row names the manager: by the reference, the address or the name of another person. */
export type ManagerMention = { by: 'id' | 'address' | 'name'; value: string }

export type PersonRow = {
  /** As a spreadsheet counts: the header is row 1, the first person row 2. */
  row: number
  id: string | undefined
  /** Empty when the file names nobody. */
  name: string
  /** Lower-case, the preferred first. */
  addresses: string[]
  title: string | undefined
  unit: string | undefined
  location: string | undefined
  country: string | undefined
  timeZone: string | undefined
  languages: string[]
  /** Undefined for those who report to nobody, and everywhere in a file without managers. */
  manager: ManagerMention | undefined
  /** Undefined when the file does not say; what is known of the person then stays. */
  isActive: boolean | undefined
  isGuest: boolean | undefined
}

/** One remark on one row, for the report that a person reads before anything is applied. */
export type ReportLine = {
  row: number
  severity: 'info' | 'warning' | 'error'
  /** Short and stable, to group and count by. */
  code: string
  sentence: string
}
