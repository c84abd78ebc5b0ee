import { read as parse, write } from './numbers'
import { Problem, isAbort } from './problem'

/** Everything under /api/v1, in the words of docs/dialects/v1.md. */
const BASE = '/api/v1'

type Value = string | number | boolean | null | undefined

export interface Options {
  /** Left out where a value is null, undefined or empty. */
  query?: Record<string, Value>
  signal?: AbortSignal
  /** The ETag that the record must still have. */
  ifMatch?: string | null
  /** Counts once, however often it is sent. */
  idempotencyKey?: string
}

export interface Answer<T> {
  body: T
  etag: string | null
  location: string | null
  status: number
}

let onSignedOut: () => void = () => {}

/** What happens when the server no longer knows the session. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

/** The address of something, as links and downloads need it. */
export function address(path: string, query?: Record<string, Value>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') {
      search.set(name, String(value))
    }
  }
  const text = search.toString()
  return BASE + path + (text ? `?${text}` : '')
}

async function send<T>(method: string, path: string, body: unknown, options: Options): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  let content: BodyInit | undefined
  if (body instanceof FormData) {
    content = body
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    content = write(body)
  }
  if (method !== 'GET') {
    headers['X-Haina-Request'] = '1'
  }
  if (options.ifMatch) {
    headers['If-Match'] = options.ifMatch
  }
  if (options.idempotencyKey) {
    headers['Idempotency-Key'] = options.idempotencyKey
  }
  let response: Response
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      body: content ?? null,
      credentials: 'same-origin',
      signal: options.signal ?? null,
    })
  } catch (thrown) {
    throw isAbort(thrown) ? thrown : Problem.unreachable()
  }
  const answer = await read(response)
  if (!response.ok) {
    if (response.status === 401 && path !== '/session') {
      onSignedOut()
    }
    throw new Problem(response.status, typeof answer === 'object' && answer !== null ? { ...answer } : {})
  }
  return {
    body: answer as T,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
    status: response.status,
  }
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204 || !/json/.test(response.headers.get('Content-Type') ?? '')) {
    return null
  }
  return parse(await response.text())
}

/** The native API. Each call throws a {@link Problem}, or an AbortError when its signal gave it up. */
export const api = {
  get: async <T>(path: string, options: Options = {}): Promise<T> =>
    (await send<T>('GET', path, undefined, options)).body,
  /** As get, with ETag and the like. */
  fetch: <T>(path: string, options: Options = {}): Promise<Answer<T>> => send<T>('GET', path, undefined, options),
  post: async <T>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    (await send<T>('POST', path, body, options)).body,
  put: async <T>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    (await send<T>('PUT', path, body, options)).body,
  patch: async <T>(path: string, body: unknown, options: Options = {}): Promise<T> =>
    (await send<T>('PATCH', path, body, options)).body,
  /** As put, with ETag and the like. */
  replace: <T>(path: string, body: unknown, options: Options = {}): Promise<Answer<T>> => send<T>('PUT', path, body, options),
  delete: async <T = null>(path: string, options: Options = {}): Promise<T> =>
    (await send<T>('DELETE', path, undefined, options)).body,
}

/** Sends a file, and says how far it is, from 0 to 1. */
export function upload<T>(path: string, file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', address(path))
    request.setRequestHeader('X-Haina-Request', '1')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      if (request.status === 401) {
        onSignedOut()
      }
      const answer: unknown = request.response
      if (request.status < 300) {
        resolve(answer as T)
      } else {
        reject(new Problem(request.status, typeof answer === 'object' && answer !== null ? { ...answer } : {}))
      }
    }
    request.onerror = () => reject(Problem.unreachable())
    request.onabort = () => reject(new DOMException('given up', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** Asks for a file and lets the browser keep it under the name that the server gives it. */
export async function download(path: string, body: unknown, usualName: string, query?: Record<string, Value>): Promise<void> {
  const response = await fetch(address(path, query), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Haina-Request': '1' },
    body: write(body),
    credentials: 'same-origin',
  }).catch(() => {
    throw Problem.unreachable()
  })
  if (!response.ok) {
    if (response.status === 401) {
      onSignedOut()
    }
    const answer = await read(response)
    throw new Problem(response.status, typeof answer === 'object' && answer !== null ? { ...answer } : {})
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? usualName
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
