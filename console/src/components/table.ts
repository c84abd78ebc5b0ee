/** A column of a DataTable. */
export interface Column<T> {
  key: string
  label: string
  /** Pixels; the rest is shared by those that say none. */
  width?: number
  align?: 'left' | 'right'
  sortable?: boolean
  /** The row's name: stays in sight, heads the card on a phone. */
  primary?: boolean
  /** Not on a phone's card. */
  wide?: boolean
  /** What stands in the cell where no slot `cell-<key>` says otherwise. */
  text?: (item: T) => string
}
