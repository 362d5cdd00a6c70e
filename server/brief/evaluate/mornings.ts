// The mornings of a period on which a brief would have been read. Pure.

export type Period = {
  from: Temporal.PlainDate
  /** The last day, itself among them. */
  to: Temporal.PlainDate
  time: Temporal.PlainTime
  timeZone: string
}

export type Morning = { day: string; at: Temporal.Instant }

const SATURDAY = 6

/** Monday to Friday, each at the local time; where the clocks change, at the nearest time that exists. */
export function morningsOf({ from, to, time, timeZone }: Period): Morning[] {
  const mornings: Morning[] = []
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek >= SATURDAY) continue
    const at = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
    mornings.push({ day: day.toString(), at })
  }
  return mornings
}
