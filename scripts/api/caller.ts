import { newCommandId, type Parser } from '@counter/shared/client/commands'

/** What the server said: the value, or its "no" with status and code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string }

/** One of the doors that carry a cookie (N8). */
export type CookieDoor = 'staff' | 'kiosk' | 'wall' | 'rate' | 'village'

/** Takes whatever was answered; for answers that nobody reads. */
export const anything: Parser<unknown> = { parse: (value) => value }

/** Somebody at a door of the server: keeps the cookie and sends the origin that a page of ours would send. */
export class Caller {
  readonly #url: string
  readonly #door: CookieDoor
  #cookie = ''

  constructor(url: string, door: CookieDoor = 'staff') {
    this.#url = url
    this.#door = door
  }

  /** The headers that make a request this caller's; a socket is opened with the same. */
  get headers(): Record<string, string> {
    return { origin: this.#url, 'x-actor': this.#door, ...(this.#cookie && { cookie: this.#cookie }) }
  }

  /** The same cookie at another door. */
  at(door: CookieDoor): Caller {
    const there = new Caller(this.#url, door)
    there.#cookie = this.#cookie
    return there
  }

  get<T>(path: string, parser: Parser<T>): Promise<Reply<T>> {
    return this.#ask(path, parser, { method: 'GET' })
  }

  post<T>(path: string, body: object, parser: Parser<T>): Promise<Reply<T>> {
    return this.#ask(path, parser, { method: 'POST', body: JSON.stringify(body) })
  }

  /** Sends one command with a fresh id (N2). */
  command<T>(path: string, body: object, parser: Parser<T>): Promise<Reply<T>> {
    return this.post(path, { commandId: newCommandId(), ...body }, parser)
  }

  async #ask<T>(path: string, parser: Parser<T>, init: RequestInit): Promise<Reply<T>> {
    const type = init.body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${this.#url}${path}`, { ...init, headers: { ...this.headers, ...type } })
    for (const set of response.headers.getSetCookie()) this.#cookie = set.split(';', 1)[0] ?? ''
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, value: parser.parse(body) }
    const { code = 'fault', message = '' } = body as { code?: string; message?: string }
    return { ok: false, status: response.status, code, message }
  }
}

/** The value, or an end with the server's own words: for steps without which nothing else makes sense. */
export function required<T>(reply: Reply<T>, what: string): T {
  if (reply.ok) return reply.value
  throw new Error(`${what}: ${reply.status} ${reply.code} ${reply.message}`)
}
