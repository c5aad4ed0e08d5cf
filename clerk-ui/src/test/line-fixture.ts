import { vi } from 'vitest'
import { closeLink, openLink } from '../state/live.ts'

type Message = Record<string, unknown>

/** The network of a screen's test: what each topic says, and what each request is answered. */
export interface FakeLine {
  /** Tells the followers of a topic about changes. */
  tell(topic: string, changes: readonly unknown[]): void
  /** The server ends the line, with a close code of R24. */
  end(code: number): void
  readonly sent: { readonly path: string; readonly body: Message }[]
  /** The headers of each request, in the same order. */
  readonly headers: Headers[]
}

interface FakeLineOptions {
  readonly topics?: Readonly<Record<string, unknown>>
  readonly answer?: (path: string, body: Message) => { readonly status: number; readonly body: unknown }
}

/** Puts a fake in the place of the network only: our own link, stores and screens run as they are. */
export function openFakeLine({ topics = {}, answer }: FakeLineOptions): FakeLine {
  const seqs = new Map<string, number>()
  const line: FakeLine & { socket: EventTarget | null } = { sent: [], headers: [], socket: null, tell, end }

  function say(message: Message): void {
    line.socket?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }

  function tell(topic: string, changes: readonly unknown[]): void {
    const seq = (seqs.get(topic) ?? 1) + 1
    seqs.set(topic, seq)
    say({ type: 'changed', topic, epoch: 'e', seq, changes })
  }

  function end(code: number): void {
    line.socket?.dispatchEvent(new CloseEvent('close', { code }))
  }

  class FakeSocket extends EventTarget {
    static readonly OPEN = 1
    readonly readyState = 1
    constructor() {
      super()
      line.socket = this
      queueMicrotask(() => this.dispatchEvent(new Event('open')))
    }
    send(text: string): void {
      const message = JSON.parse(text) as { type: string; topics?: { topic: string; seq?: number }[] }
      for (const { topic, seq } of message.topics ?? []) {
        if (seq !== undefined && seq > 0) continue
        if (topic in topics) say({ type: 'snapshot', topic, epoch: 'e', seq: 1, state: topics[topic] })
        else say({ type: 'refused', topic, code: 'case.not_found' })
      }
    }
    close(): void {
      line.socket = null
    }
  }

  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Message) : {}
    line.sent.push({ path, body })
    line.headers.push(new Headers(init.headers))
    const { status, body: said } = answer?.(path, body) ?? {
      status: 404,
      body: { code: 'request.not_found', params: {} },
    }
    return new Response(JSON.stringify(said), { status })
  })
  openLink()
  return line
}

export const hangUp = closeLink
