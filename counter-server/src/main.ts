import closeWithGrace from 'close-with-grace'
import { systemClock } from './clock.ts'
import { readConfig, StartProblem } from './config.ts'
import { type RunningServer, startServer } from './server.ts'
import { addEnrolment } from './usecases/people/enrolment.ts'

try {
  const config = readConfig(process.env, process.argv.slice(2))
  const clock = systemClock((difference) =>
    process.stderr.write(`服务器时间不对（差 ${Math.round(difference / 1000)} 秒），请校准\n`),
  )
  const server = await startServer(config, clock)
  closeWithGrace({ delay: 5_000, logger: false }, async () => server.close())
  process.stdout.write(await startTable(server, config.publicUrl))
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  process.stderr.write(`${error.code}: ${error.message}\n`)
  process.exitCode = 1
}

/** The doors, and for the sample township one account of each role and the links of kiosk and wall (N10). */
async function startTable(server: RunningServer, publicUrl: string): Promise<string> {
  const doors = [
    ['取号机 kiosk', `${publicUrl}/kiosk`],
    ['大屏 wall', `${publicUrl}/wall`],
    ['窗口 desk', `${publicUrl}/desk`],
    ['村代办点 village', `${publicUrl}/village`],
    ['查进度 tracking', `${publicUrl}/c`],
  ]
  if (server.accounts !== null) doors.push(['接口说明 API reference', `${publicUrl}/docs`])
  const lines = ['', '便民柜台 Village Counter', '', ...doors.map(([name, url]) => `  ${name}  ${url}`), '']
  if (server.startCode !== null)
    lines.push(
      '新中心：请在 30 分钟内打开窗口页，用这个启动码建立第一个管理员：',
      `  ${server.startCode}`,
      '',
    )
  if (server.accounts !== null) lines.push(...(await sampleLines(server, publicUrl)))
  return `${lines.join('\n')}\n`
}

async function sampleLines(server: RunningServer, publicUrl: string): Promise<string[]> {
  const roles = [...new Set((server.accounts ?? []).map(({ role }) => role))]
  const shown = roles.flatMap((role) => server.accounts?.find((account) => account.role === role) ?? [])
  const links = await Promise.all(
    (['kiosk', 'wall'] as const).map((kind) => enrolmentLink(server, kind, publicUrl)),
  )
  return [
    '示例账号（全部在数据目录的 sample-accounts.json）：',
    ...shown.map(
      ({ signInName, password, displayName }) => `  ${signInName.padEnd(11)} ${password}  ${displayName}`,
    ),
    '',
    '登记这台设备（每个链接用一次，10 分钟内有效）：',
    ...links,
    '',
  ]
}

async function enrolmentLink(
  { counter }: RunningServer,
  kind: 'kiosk' | 'wall',
  publicUrl: string,
): Promise<string> {
  const { store, newId } = counter.deps
  const name = kind === 'kiosk' ? '取号机 1' : '大屏 1'
  const { code } = await store.write((tx) => addEnrolment(tx, newId(), { kind, name, by: 'system' }))
  return `  ${name}  ${publicUrl}/${kind}#enrol=${code}`
}
