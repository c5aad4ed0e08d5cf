import { createServer, type Server, type Socket } from 'node:net'

/** A paper as it lies in the tray: rows of dots, 1 is black. */
export interface DecodedPaper {
  readonly across: number
  readonly height: number
  readonly dots: Uint8Array
  readonly isCut: boolean
}

/** How this printer behaves; everything may be changed between two papers. */
export interface PrinterManner {
  /** False: a printer without status, it never answers. */
  answers: boolean
  /** The answers to DLE EOT 1, 2, 4 and to GS r 1. */
  status: { online: number; cause: number; paper: number; done: number }
  /** The line is cut after so many bytes of one paper. */
  cutAfter: number | null
  /** True: it answers about itself, but says nothing behind a paper. */
  mutesDone: boolean
  /** True: it takes the line and reads nothing until it is let go. */
  holds: boolean
}

/** Ready, paper in, cover closed, as the ESC/POS command reference has it. */
const READY = { online: 0x12, cause: 0x12, paper: 0x12, done: 0x00 }
export const PAPER_END = { ...READY, online: 0x1a, cause: 0x32, paper: 0x72 }
export const COVER_OPEN = { ...READY, online: 0x1a, cause: 0x16 }
export const OFFLINE = { ...READY, online: 0x1a }

interface Tray {
  rows: Buffer[]
  across: number
}

interface Line {
  readonly socket: Socket
  readonly tray: Tray
}

interface Command {
  /** How many bytes must have come before it can be carried out. */
  readonly length: number
  act(rest: Buffer, line: Line): number
}

/** A receipt printer on a TCP port of this machine, which understands what it is sent and nothing else. */
export interface TcpPrinter {
  readonly port: number
  readonly manner: PrinterManner
  readonly papers: readonly DecodedPaper[]
  /** Every byte of the last line, questions included. */
  readonly lastBytes: () => Buffer
  /** Bytes that no command of ours begins with; a right sender leaves none. */
  readonly strange: readonly number[]
  readonly lines: () => number
  /** Reads on after `holds`. */
  letGo(): void
  close(): Promise<void>
}

export async function startTcpPrinter(manner: Partial<PrinterManner> = {}): Promise<TcpPrinter> {
  const how: PrinterManner = {
    answers: true,
    status: READY,
    cutAfter: null,
    mutesDone: false,
    holds: false,
    ...manner,
  }
  const papers: DecodedPaper[] = []
  const strange: number[] = []
  const sockets = new Set<Socket>()
  let bytes: Buffer = Buffer.alloc(0)
  let lines = 0
  const server: Server = createServer((socket) => {
    lines += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    bytes = Buffer.alloc(0)
    let rest: Buffer = Buffer.alloc(0)
    const tray: Tray = { rows: [], across: 0 }
    if (how.holds) socket.pause()
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part])
      if (how.cutAfter !== null && bytes.length >= how.cutAfter) {
        socket.resetAndDestroy()
        return
      }
      rest = Buffer.concat([rest, part])
      for (let taken = -1; taken !== 0 && rest.length > 0; rest = rest.subarray(taken))
        taken = takeOne(rest, { socket, tray })
    })
  })

  const commands = new Map<number, Command>([
    [0x1004, { length: 3, act: (rest, { socket }) => answerNow(socket, rest[2] ?? 0) }],
    [0x1b40, { length: 2, act: (_rest, { tray }) => clear(tray) }],
    [0x1b64, { length: 3, act: () => 3 }],
    [0x1d76, { length: 8, act: (rest, { tray }) => takeBand(rest, tray) }],
    [0x1d56, { length: 4, act: (_rest, { tray }) => cut(tray) }],
    [0x1d72, { length: 3, act: (_rest, { socket }) => answerDone(socket) }],
  ])

  /** Carries out one command and says how many bytes it took; 0: the rest of it has not come yet. */
  function takeOne(rest: Buffer, line: Line): number {
    if (rest.length < 2) return 0
    const command = commands.get(rest.readUInt16BE(0))
    if (command !== undefined) return rest.length < command.length ? 0 : command.act(rest, line)
    strange.push(rest[0] ?? 0)
    return 1
  }

  function clear(tray: Tray): number {
    tray.rows = []
    return 2
  }

  function answerNow(socket: Socket, which: number): number {
    const { online, cause, paper } = how.status
    if (how.answers) socket.write(Uint8Array.of(which === 1 ? online : which === 2 ? cause : paper))
    return 3
  }

  function answerDone(socket: Socket): number {
    if (how.answers && !how.mutesDone) socket.write(Uint8Array.of(how.status.done))
    return 3
  }

  function takeBand(rest: Buffer, tray: Tray): number {
    const across = rest.readUInt16LE(4)
    const height = rest.readUInt16LE(6)
    if (rest.length < 8 + across * height) return 0
    tray.across = across
    tray.rows.push(Buffer.from(rest.subarray(8, 8 + across * height)))
    return 8 + across * height
  }

  function cut(tray: Tray): number {
    const dots = Buffer.concat(tray.rows)
    papers.push({
      across: tray.across * 8,
      height: dots.length / tray.across,
      dots: new Uint8Array(dots),
      isCut: true,
    })
    tray.rows = []
    return 4
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    manner: how,
    papers,
    strange,
    lastBytes: () => bytes,
    lines: () => lines,
    letGo() {
      how.holds = false
      for (const socket of sockets) socket.resume()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
