import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** One client with one kept-alive connection, as a kiosk or a desk has it; each command waits for its answer. */
export interface TimedLine {
  /** Sends a body and gives what was answered with the time from sending to the last byte, in milliseconds. */
  post(path: string, body: object): Promise<{ readonly body: unknown; readonly ms: number }>
  /** Any request; whoever asks judges the answer. */
  ask(wanted: Wanted): Promise<Answered>
  close(): void
}

interface Wanted {
  readonly method: 'POST' | 'PUT' | 'HEAD'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly content?: string | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const AS_JSON = { 'content-type': 'application/json' }

/** `headers` make the requests somebody's: origin, door and cookie. A post answered other than by 200 makes the run void. */
export function openLine(url: string, headers: Readonly<Record<string, string>> = {}): TimedLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true })
  const { hostname, port } = new URL(url)

  function ask({ method, path, headers: own = {}, content = '' }: Wanted): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const length = method === 'HEAD' ? {} : { 'content-length': String(Buffer.byteLength(content)) }
      const sent = request(
        { agent, hostname, port, path, method, headers: { ...headers, ...own, ...length } },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString()
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
          })
          answer.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(content)
    })
  }

  return {
    ask,
    async post(path, body) {
      const content = JSON.stringify(body)
      const startedAt = performance.now()
      const answer = await ask({ method: 'POST', path, headers: AS_JSON, content })
      const ms = performance.now() - startedAt
      if (answer.status !== 200) throw new Error(`void: ${path} answered ${answer.status} ${answer.text}`)
      return { body: JSON.parse(answer.text), ms }
    },
    close: () => agent.destroy(),
  }
}
