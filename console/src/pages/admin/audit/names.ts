import { shallowReactive } from 'vue'
import { has, t } from '@/i18n'
import { fieldsOf, type Field } from '@/pages/records/catalog'
import { kinds, type Kind } from '@/pages/records/kinds'
import { differences, fieldsKind, linkOfName, type TrailLine } from './trail'

/** The company's own fields, by kind and name. */
const own = shallowReactive(new Map<string, Field>())

/** Learns what the company's own fields are called that some lines speak of; a field that is gone keeps its name. */
export function learnFields(lines: TrailLine[]): void {
  const wanted = new Set(
    lines.filter((line) => differences(line).some((each) => /^f\d+$/.test(each.field))).map((line) => fieldsKind(line.kind)),
  )
  for (const kind of wanted) {
    if (kind in kinds) {
      fieldsOf(kind as Kind).then(
        (fields) => fields.filter((field) => field.custom).forEach((field) => own.set(`${kind}.${field.name}`, field)),
        () => {},
      )
    }
  }
}

function word(key: string, otherwise: string): string {
  return has(key) ? t(key) : otherwise
}

/** `customer.release` in words: what is done, for the kind stands beside it. */
export function actionName(action: string): string {
  const verb = action.slice(action.indexOf('.') + 1)
  return word(`audit.action.${action.replace('.', '-')}`, word(`audit.verb.${verb}`, action))
}

export function kindName(kind: string): string {
  return word(`audit.kind.${kind}`, kind)
}

/** A field of the company's own, where it is still there. */
export function ownField(kind: string, field: string): Field | undefined {
  return own.get(`${fieldsKind(kind)}.${field}`)
}

/** What the numbers in a field of the store stand for, as the API's paths call it; null where they are numbers. */
export function linkOf(kind: string, field: string): string | null {
  const custom = ownField(kind, field)
  return custom ? custom.linksTo : linkOfName(field)
}

/** What a field of the store is called, where the console knows it. */
export function fieldName(kind: string, field: string): string {
  const label = ownField(kind, field)?.label
  if (label) {
    return label
  }
  const keys = [field, `${field}Id`].flatMap((name) => [`fields.${fieldsKind(kind)}.${name}`, `fields.common.${name}`, `audit.field.${name}`])
  const known = keys.find(has)
  return known ? t(known) : field
}
