import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Caller, Hall } from './app.ts'

/** The bytes of a socket under our own hand: a client that need not keep to the protocol, nor read. */
export interface RawSocket {
  readonly socket: Socket
  text(message: string): void
  bytes(frame: Uint8Array): void
  /** The code that the server closed with, or null when it only cut the line. */
  readonly closed: Promise<number | null>
  readonly heard: string[]
}

/** Opens `/live` over a real connection, as a browser does. */
export async function rawSocket(hall: Hall, { cookie }: Caller, as: string): Promise<RawSocket> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: hall.server.port,
      path: `/live?as=${as}`,
      headers: {
        origin: 'http://127.0.0.1:8080',
        cookie,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    })
    asked.on('upgrade', (_answer, line) => resolve(line))
    asked.on('error', reject)
    asked.end()
  })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  const heard: string[] = []
  let code: number | null = null
  let unread: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    const { frames, rest } = framesOf(Buffer.concat([unread, chunk]))
    unread = rest
    for (const { operation, payload } of frames) {
      if (operation === 1) heard.push(payload.toString())
      if (operation !== 8) continue
      code = payload.length < 2 ? null : payload.readUInt16BE()
      socket.end(frameOf(0x88, payload))
    }
  })
  const closed = new Promise<number | null>((resolve) => socket.once('close', () => resolve(code)))
  return {
    socket,
    closed,
    heard,
    text: (message) => void socket.write(frameOf(0x81, Buffer.from(message))),
    bytes: (frame) => void socket.write(frame),
  }
}

interface Frame {
  readonly operation: number
  readonly payload: Buffer
}

function framesOf(bytes: Buffer): { frames: Frame[]; rest: Buffer } {
  const frames: Frame[] = []
  let rest = bytes
  for (let frame = firstFrame(rest); frame !== null; frame = firstFrame(rest)) {
    frames.push(frame)
    rest = rest.subarray(frame.size)
  }
  return { frames, rest }
}

function firstFrame(bytes: Buffer): (Frame & { readonly size: number }) | null {
  const short = (bytes[1] ?? 0) & 0x7f
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < head) return null
  const length = head === 2 ? short : head === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const size = head + length
  return bytes.length < size
    ? null
    : { operation: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(head, size), size }
}

/** A masked frame; `head` is the first byte: 0x81 text, 0x82 binary. */
export function frameOf(head: number, payload: Buffer): Buffer {
  const mask = randomBytes(4)
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff])
  const masked = payload.map((byte, place) => byte ^ (mask[place % 4] ?? 0))
  return Buffer.concat([Buffer.from([head]), length, mask, masked])
}

/** Lets the process work until something is so, or says that it never was. */
export async function until(isSo: () => boolean, turns = 100_000): Promise<void> {
  for (let left = turns; !isSo(); left -= 1) {
    if (left === 0) throw new Error('it never became so')
    await new Promise((resolve) => setImmediate(resolve))
  }
}
