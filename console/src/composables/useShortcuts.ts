import { onActivated, onBeforeUnmount, onDeactivated, onMounted, shallowReactive } from 'vue'

export interface Shortcut {
  /** As in KeyboardEvent.key; a capital needs shift. */
  key: string
  /** The key of its words. */
  label: string
  group: 'everywhere' | 'list'
  run: (event: KeyboardEvent) => void
}

/** What the keyboard does now. */
export const shortcuts = shallowReactive<Shortcut[]>([])

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && /^(checkbox|radio|button|file)$/.test(target.type)) {
    return false
  }
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.getAttribute('role') === 'combobox')
  )
}

/** Whether a dialog lies over the page; then its keys are its own. */
function isCovered(): boolean {
  return [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].some((dialog) => dialog.offsetParent !== null || dialog.getClientRects().length > 0)
}

/** What a key does: what it does in the list that is there, before what it does everywhere. */
export function shortcutOf(key: string): Shortcut | undefined {
  const mine = shortcuts.filter((each) => each.key === key)
  return mine.findLast((each) => each.group === 'list') ?? mine.at(-1)
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) {
    return
  }
  const found = shortcutOf(event.key)
  if (found) {
    event.preventDefault()
    found.run(event)
  }
}

/** Single keys that work while the component is on the page and nobody types. */
export function useShortcuts(mine: Shortcut[]): void {
  const add = () => {
    remove()
    shortcuts.push(...mine)
  }
  const remove = () => {
    for (const each of mine) {
      const index = shortcuts.indexOf(each)
      if (index >= 0) {
        shortcuts.splice(index, 1)
      }
    }
  }
  onMounted(add)
  onActivated(add)
  onDeactivated(remove)
  onBeforeUnmount(remove)
}

export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
