import { connect, type Socket } from 'node:net'

/** One open connection to a printer: bytes out, single bytes back, all with a time limit. */
export interface PrinterLine {
  /** Resolves true when the bytes were taken, false when the line broke or the time ran out. */
  write(bytes: Uint8Array, ms: number): Promise<boolean>
  /** The next byte that came back, or null. */
  answer(ms: number): Promise<number | null>
  isBroken(): boolean
  /** Says that nothing more comes and waits until the other side has it; false when it broke instead. */
  end(ms: number): Promise<boolean>
  drop(): void
}

/** Opens a line; null when nobody answers at the address in time. */
export function openLine(address: { host: string; port: number }, ms: number): Promise<PrinterLine | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true })
    const timer = setTimeout(() => give(null), ms)
    const give = (line: PrinterLine | null) => {
      clearTimeout(timer)
      socket.off('error', refused)
      if (line === null) socket.destroy()
      resolve(line)
    }
    const refused = () => give(null)
    socket.once('error', refused)
    socket.once('connect', () => give(lineOf(socket)))
  })
}

function lineOf(socket: Socket): PrinterLine {
  const heard: number[] = []
  const listeners = new Set<() => void>()
  let isBroken = false
  const tell = () => {
    for (const listener of listeners) listener()
  }
  socket.on('data', (bytes: Buffer) => {
    heard.push(...bytes.subarray(0, 64))
    tell()
  })
  // An error is always followed by `close`; without a listener it would end the process.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isBroken = true
    tell()
  })

  function until<T>(found: () => T | undefined, ms: number, late: T): Promise<T> {
    return new Promise((resolve) => {
      const settle = (value: T) => {
        clearTimeout(timer)
        listeners.delete(look)
        resolve(value)
      }
      const look = () => {
        const value = found()
        if (value !== undefined) settle(value)
      }
      const timer = setTimeout(() => settle(late), ms)
      listeners.add(look)
      look()
    })
  }

  return {
    async write(bytes, ms) {
      let isTaken = false
      socket.write(bytes, (error) => {
        isTaken = error === null || error === undefined
        tell()
      })
      return until(() => (isTaken ? true : isBroken ? false : undefined), ms, false)
    },
    answer: (ms) => until(() => heard.shift() ?? (isBroken ? null : undefined), ms, null),
    isBroken: () => isBroken,
    async end(ms) {
      let isEnded = false
      socket.end(() => {
        isEnded = true
        tell()
      })
      return until(() => (isEnded ? true : isBroken ? false : undefined), ms, false)
    },
    drop: () => socket.destroy(),
  }
}
