import { Agent, request } from 'node:http'

/** One client with one kept-alive connection, as a kiosk or a desk has it; each command waits for its answer. */
export interface TimedLine {
  /** Sends a body and gives what was answered with the time from sending to the last byte, in milliseconds. */
  post(path: string, body: object): Promise<{ readonly body: unknown; readonly ms: number }>
  close(): void
}

/** `headers` make the requests somebody's: origin, door and cookie. An answer other than 200 makes the run void. */
export function openLine(url: string, headers: Readonly<Record<string, string>> = {}): TimedLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true })
  const { hostname, port } = new URL(url)

  function send(path: string, text: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(text))
      const sent = request(
        {
          agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'content-length': length },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          )
          answer.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(text)
    })
  }

  return {
    async post(path, body) {
      const text = JSON.stringify(body)
      const startedAt = performance.now()
      const answer = await send(path, text)
      const ms = performance.now() - startedAt
      if (answer.status !== 200) throw new Error(`void: ${path} answered ${answer.status} ${answer.text}`)
      return { body: JSON.parse(answer.text), ms }
    },
    close: () => agent.destroy(),
  }
}
