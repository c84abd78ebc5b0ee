import { shallowReactive } from 'vue'
import { isAbort, Problem } from '@/api/problem'
import { explain } from '@/api/words'

export interface Toast {
  id: number
  kind: 'good' | 'bad' | 'plain'
  text: string
  /** The request in the server's log. */
  requestId: string | null
  action: { label: string; run: () => void } | null
}

export const toasts = shallowReactive<Toast[]>([])
let last = 0

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) {
    toasts.splice(index, 1)
  }
}

function show(kind: Toast['kind'], text: string, more: Partial<Toast> = {}): void {
  const id = ++last
  toasts.push({ id, kind, text, requestId: null, action: null, ...more })
  if (toasts.length > 4) {
    toasts.shift()
  }
  window.setTimeout(() => dismiss(id), kind === 'bad' || more.action ? 9000 : 4000)
}

/** Short words at the edge of the page. */
export const notify = {
  done: (text: string, action: Toast['action'] = null): void => show('good', text, { action }),
  say: (text: string, action: Toast['action'] = null): void => show('plain', text, { action }),
  /** Whatever was thrown, in words; nothing for what was given up on purpose. */
  problem: (thrown: unknown): void => {
    if (isAbort(thrown)) {
      return
    }
    const problem = Problem.of(thrown)
    show('bad', explain(problem), { requestId: problem.status >= 500 ? problem.requestId : null })
  },
}
