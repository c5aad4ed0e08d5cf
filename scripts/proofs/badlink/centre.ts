import { type Account, freePort, type ServerProcess, startServerProcess } from '../../api/server-process.ts'

/** The server of the proof: always the same files at the same port, whatever happens to its process. */
export interface Centre {
  readonly port: number
  readonly url: string
  readonly accounts: readonly Account[]
  readonly kills: number
  /** SIGKILL, and a new start on the same files. */
  killAndStart(): Promise<void>
  /** Resolves when a server that was killed is there again. */
  isBack(): Promise<void>
  stop(): Promise<void>
}

/** A machine that does too much at once starts it slowly; the run goes on when it is there. */
const LONGEST_START_MS = String(15 * 60_000)

/** Starts the real server on a store of its own. */
export async function startCentre(dataDir: string): Promise<Centre> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = () =>
    startServerProcess('scripts/proofs/serve-hall.ts', {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      WINDOWS: '4',
      START_MS: LONGEST_START_MS,
      LOG_LEVEL: 'error',
    })
  let server: ServerProcess = await start()
  let back: Promise<void> = Promise.resolve()
  let kills = 0
  const { accounts } = server
  return {
    port,
    url,
    accounts,
    get kills() {
      return kills
    },
    killAndStart() {
      kills += 1
      back = server.kill().then(async () => {
        server = await start()
      })
      return back
    },
    isBack: () => back,
    stop: () => server.stop(),
  }
}
