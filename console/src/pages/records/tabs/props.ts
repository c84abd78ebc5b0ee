import type { Field } from '../catalog'
import type { Kind } from '../kinds'
import type { Detail } from '../values'

/** What every tab of a record's page is given. */
export interface TabProps {
  kind: Kind
  item: Detail
  fields: Field[]
  mayEdit: boolean
  /** Grows when the record has changed. */
  version: number
  /** The tab's own name. */
  which: string
}
