import '@fastify/websocket'
import type { Hall } from './app.ts'

// biome-ignore lint/suspicious/noExplicitAny: a message is checked by each test, field by field
export type Message = any

export interface Watcher {
  readonly heard: Message[]
  /** The first message from now or before that fits; waits for it. */
  next(fits: (message: Message) => boolean): Promise<Message>
  say(message: object): void
  readonly closed: Promise<number>
  readonly isClosed: () => boolean
}

/** A socket of a page, as the browser would open it. */
export async function watch(
  hall: Hall,
  { as, cookie, origin = 'http://127.0.0.1:8080' }: { as: string; cookie?: string; origin?: string },
): Promise<Watcher> {
  const heard: Message[] = []
  const waiting = new Set<() => void>()
  let code: number | null = null
  let close: (code: number) => void = () => undefined
  const closed = new Promise<number>((resolve) => {
    close = resolve
  })
  const socket = await hall.server.counter.app.injectWS(
    `/live?as=${as}`,
    { headers: { origin, ...(cookie === undefined ? {} : { cookie }) } },
    {
      onInit(line) {
        line.on('message', (data) => {
          heard.push(JSON.parse(String(data)))
          for (const wake of waiting) wake()
        })
        line.on('close', (closeCode) => {
          code = closeCode
          close(closeCode)
        })
      },
    },
  )
  return {
    heard,
    closed,
    isClosed: () => code !== null,
    say: (message) => socket.send(JSON.stringify(message)),
    async next(fits) {
      for (;;) {
        const found = heard.find(fits)
        if (found !== undefined) return found
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
  }
}
