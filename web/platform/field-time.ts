// How a field for date and time has a time. Pure, on the clock of this device.

/** A time as a field for date and time takes it. */
export function fieldTime(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
