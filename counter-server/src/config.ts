import { join, resolve } from 'node:path'

/** The settings of one server process, from its environment (interfaces.md 5). */
export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  readonly keysDir: string
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly logLevel: string
  readonly sampleBeyondLoopback: boolean
  /** `--new-centre`: an empty centre with a start code instead of the sample township (P20). */
  readonly isNewCentre: boolean
}

/** A setting that the server cannot start with: a code and what to do. */
export class StartProblem extends Error {
  override name = 'StartProblem'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const LONGEST_QR = 84

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; refuses `start.port`, `start.public_url_long` and `start.tls` (R2, K50). */
export function readConfig(env: Environment, args: readonly string[]): Config {
  const host = env['HOST'] ?? '127.0.0.1'
  const port = portOf(env)
  const dataDir = resolve(env['DATA_DIR'] ?? '.data')
  const tls = tlsOf(env)
  const config = {
    host,
    port,
    publicUrl: (env['PUBLIC_URL'] ?? `${tls === null ? 'http' : 'https'}://${host}:${port}`).replace(
      /\/$/,
      '',
    ),
    dataDir,
    keysDir: resolve(env['KEYS_DIR'] ?? join(dataDir, 'keys')),
    tls,
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    sampleBeyondLoopback: env['SAMPLE_BEYOND_LOOPBACK'] === 'yes',
    isNewCentre: args.includes('--new-centre'),
  }
  refuseBadAddress(config)
  return config
}

function portOf(env: Environment): number {
  const port = Number(env['PORT'] ?? '8080')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartProblem('start.port', `PORT 应为 0 到 65535 的整数，现为 ${env['PORT']}`)
}

function tlsOf(env: Environment): Config['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  return cert === undefined || key === undefined ? null : { cert, key }
}

function refuseBadAddress({ publicUrl, host, tls }: Config): void {
  if (publicUrl.length + '/t#'.length + 22 > LONGEST_QR)
    throw new StartProblem('start.public_url_long', 'PUBLIC_URL 太长，二维码放不下')
  if (!isLoopback(host) && tls === null)
    throw new StartProblem(
      'start.tls',
      '只有本机可以不用 TLS。请设置 TLS_CERT 和 TLS_KEY，或把 HOST 改回 127.0.0.1',
    )
}

export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1'
}

/** The origins of our own pages; on loopback both spellings (N8). */
export function originsOf({ publicUrl, host }: Config, port: number): string[] {
  const configured = new URL(publicUrl).origin
  return isLoopback(host)
    ? [configured, `http://127.0.0.1:${port}`, `http://localhost:${port}`]
    : [configured]
}
