import { language, t } from './i18n'
import { me } from './session'

/** Times are shown and entered in the company's zone, wherever the browser is. */
export function zone(): string {
  return me.value?.company.zone ?? 'Asia/Shanghai'
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(options: Intl.DateTimeFormatOptions, locale: string = language()): Intl.DateTimeFormat {
  const key = `${locale} ${zone()} ${JSON.stringify(options)}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone: zone(), hourCycle: 'h23', ...options })
    formats.set(key, found)
  }
  return found
}

function parts(instant: string | number | Date): Record<string, string> {
  const shown = format(
    { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    'en-CA',
  ).formatToParts(new Date(instant))
  return Object.fromEntries(shown.map((part) => [part.type, part.value]))
}

/** `2026-11-22T10:00:00` by the company's clock. */
export function wallOf(instant: string | number | Date): string {
  const at = parts(instant)
  return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}:${at.second}`
}

/** The instant at which the company's clock shows a wall time; the earlier one where it shows it twice. */
export function instantOf(wall: string): string {
  const wished = Date.parse(`${wall.replace(' ', 'T')}Z`)
  let guess = wished
  for (let n = 0; n < 3; n++) {
    const off = Date.parse(`${wallOf(guess)}Z`) - wished
    if (off === 0) {
      break
    }
    guess -= off
  }
  return new Date(guess).toISOString().replace(/\.000Z$/, 'Z')
}

/** Today's date by the company's clock. */
export function today(now: number = Date.now()): string {
  return wallOf(now).slice(0, 10)
}

/** `2026-11-22 10:00`; empty for nothing. */
export function dateTime(instant: string | null | undefined): string {
  return instant ? wallOf(instant).slice(0, 16).replace('T', ' ') : ''
}

/** `2026-11-22`, of a date or of an instant. */
export function date(value: string | null | undefined): string {
  if (!value) {
    return ''
  }
  return value.length <= 10 ? value : wallOf(value).slice(0, 10)
}

/** How far an instant is from now, in the person's language: “3 天后”, “2 hours ago”. */
export function fromNow(instant: string, now: number = Date.now()): string {
  const seconds = (Date.parse(instant) - now) / 1000
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [86400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ]
  for (const [length, unit] of steps) {
    if (Math.abs(seconds) >= length) {
      return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.trunc(seconds / length), unit)
    }
  }
  return t('common.now')
}

/** A number with the grouping of the person's language. */
export function number(value: number | null | undefined, digits?: number): string {
  if (value === null || value === undefined) {
    return ''
  }
  return new Intl.NumberFormat(language(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 10,
  }).format(value)
}

/** How many there are, `10,000+` where they were counted so far only. */
export function counted(total: number, exact: boolean): string {
  return number(total) + (exact ? '' : '+')
}

/** `1,234.50`, without a currency because the contracts have none. */
export function money(value: number | null | undefined): string {
  return number(value, 2)
}

/** The days of an ISO duration such as `P3D` or `PT72H`; null where it has none. */
export function days(duration: string | null | undefined): number | null {
  const found = /^P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? '')
  if (!found || found[0] === 'P') {
    return null
  }
  const [months, weeks, whole, hours] = found.slice(1, 5).map((text) => Number(text ?? 0)) as [number, number, number, number]
  return months * 30 + weeks * 7 + whole + hours / 24
}

/** Bytes as people read them. */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = count
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${number(Math.round(value * 10) / 10)} ${units[unit]}`
}

/** A calendar length such as `P14D` in words; as it stands where it has more than one unit. */
export function period(value: string | null | undefined): string {
  const found = /^P(\d+)([DWMY])$/.exec(value ?? '')
  return found ? `${number(Number(found[1]))} ${t(`common.units.${found[2]}`)}` : (value ?? '')
}

/** Names one after the other, as the person's language does it. */
export function listed(names: readonly string[]): string {
  return names.join(language() === 'en' ? ', ' : '、')
}
