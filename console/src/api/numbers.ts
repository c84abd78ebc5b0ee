/** Stands around a number in what JSON.stringify makes, until the quotes are taken away; nobody types it. */
const MARK = '\uE000'
const MARKED = new RegExp(`"${MARK}(-?[\\d.]+)${MARK}"`, 'g')
const TYPED = /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/

/** A number of more digits than a double has. */
class Digits {
  constructor(private readonly text: string) {}

  toJSON(): string {
    return MARK + this.text + MARK
  }
}

/** Whether a double tells the number to its last digit: fifteen of them it always does. */
function isExact(text: string): boolean {
  const plain = text.includes('.') ? text.replace(/\.?0*$/, '') : text
  return plain.replace(/\D/g, '').replace(/^0+/, '').length <= 15 || (!plain.includes('.') && Number.isSafeInteger(Number(plain)))
}

/** What somebody typed as a number, to be sent: the text itself where it is none, null where it is empty. */
export function numberOf(typed: string): unknown {
  const text = typed.trim()
  if (!TYPED.test(text) || !/\d/.test(text)) {
    return text === '' ? null : text
  }
  const plain = text.replaceAll(',', '')
  return isExact(plain) ? Number(plain) : new Digits(plain.replace(/^(-?)\./, '$10.').replace(/\.$/, '').replace(/^(-?)0+(?=\d)/, '$1'))
}

/** JSON, with numbers of any length in it. */
export function write(body: unknown): string {
  return JSON.stringify(body).replace(MARKED, '$1')
}

/** Reads JSON. A number of more digits than a double has stays a text, where the browser tells what it was. */
export function read(json: string): unknown {
  const keep = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source && !/e/i.test(context.source) && !isExact(context.source) ? context.source : value
  return JSON.parse(json, keep)
}
