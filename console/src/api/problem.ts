/** Why the server did not do what was asked: its application/problem+json, or what stands for it where there is none. */
export class Problem extends Error {
  readonly type: string
  readonly status: number
  readonly title: string
  readonly detail: string | null
  /** The value that is wrong, by the name it was sent under. */
  readonly field: string | null
  readonly requestId: string | null
  /** All that the server said, for the facts that some problems carry (`duplicate`, `limit`, `until` …). */
  readonly facts: Record<string, unknown>

  constructor(status: number, facts: Record<string, unknown>) {
    super(text(facts.title) ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.type = (text(facts.type) ?? 'failure').replace(/^urn:haina:problem:/, '')
    this.title = text(facts.title) ?? `HTTP ${status}`
    this.detail = text(facts.detail)
    this.field = text(facts.field)
    this.requestId = text(facts.requestId)
    this.facts = facts
  }

  /** The server could not be reached at all. */
  static unreachable(): Problem {
    return new Problem(0, { type: 'unreachable', title: 'The server cannot be reached' })
  }

  /** Whatever was thrown, as a problem. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) {
      return thrown
    }
    return new Problem(0, { type: 'console', title: thrown instanceof Error ? thrown.message : String(thrown) })
  }
}

/** Whether a request was given up because nobody waits for it any more; that is no error. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
