import type { Ref } from 'vue'
import { useShortcuts } from './useShortcuts'

/** What a DataTable can be told by keys. */
interface Rows {
  move: (step: number) => Promise<void>
}

/** `j` and `k` go down and up the rows of a table, `n` begins something new where there is such a thing. */
export function useRowKeys(table: Readonly<Ref<Rows | null>>, add?: () => void): void {
  useShortcuts([
    { key: 'j', label: 'shell.keys.down', group: 'list', run: () => void table.value?.move(1) },
    { key: 'k', label: 'shell.keys.up', group: 'list', run: () => void table.value?.move(-1) },
    ...(add ? [{ key: 'n', label: 'shell.keys.new', group: 'list' as const, run: add }] : []),
  ])
}
