/** A kiosk whose printer is reached through the server, while there is none. */
import { equal } from 'node:assert/strict'
import { Printers } from '@counter/shared/contract/paper'
import type { Page } from 'playwright-core'
import { startTcpPrinter } from '../../../counter-server/test/tcp-printer.ts'
import { anything, required } from '../../api/caller.ts'
import { scan } from '../scan.ts'
import { partWords, says, stands } from '../see.ts'
import { SIZES } from '../stage.ts'
import { isReady, type OfflineScenario, type OfflineStory } from './offline.ts'

const NAME = '取号机 5'

export const OFFLINE_PAPER: OfflineScenario = {
  title:
    '[Q45] without the server a printer of the network gives no paper; by its code the number has it later',
  run: withoutPaper,
}

/** Said before the press, kept with its code, and printed by it as soon as somebody reaches the printer again. */
async function withoutPaper({ stage }: OfflineStory): Promise<void> {
  const printer = await startTcpPrinter()
  const kiosk = await stage.devicePage('kiosk', NAME, SIZES.kiosk)
  const admin = await stage.signIn('admin')
  const { items } = required(await admin.get('/api/printers', Printers), 'the printers')
  const place = items.find(({ name }) => name === NAME)?.place
  const network = { kind: 'network', host: '127.0.0.1', port: printer.port, width: 80 }
  required(await admin.command('/api/printers', { place, printer: network }, anything), 'the printer')
  const known = kiosk.waitForResponse((response) => response.url().endsWith('/api/printers/own'))
  await kiosk.reload()
  await known
  await isReady(kiosk)
  await kiosk.waitForFunction(() => localStorage.getItem('counter.copy /api/printers/own') !== null)

  await stage.kill()
  await says(kiosk, '▲ 网络断开，仍可取号')
  await says(kiosk, '▲ 现在不出小票，取号后请记住号码或扫码')
  await scan(kiosk, 'K-1 without paper', 'public')
  await putPoison(kiosk)
  await kiosk.getByTestId('k1.tile.relief').tap()
  await says(kiosk, '▲ 现在没有小票，取号后请拍下或记下号码')
  await kiosk.getByTestId('k2.take').tap()
  await says(kiosk, '现在没有小票，请拍下或记下号码')
  const number = await partWords(kiosk, 'k3.number')
  const code = (await partWords(kiosk, 'k3.code')).replace(/^查询码 |-/g, '')
  equal(await kiosk.getByText('再打一张').count(), 0)
  await kiosk.getByTestId('k3.qr').waitFor()
  await scan(kiosk, 'K-3 without paper offline', 'public')
  if (process.env['ACCEPTANCE_PICTURES'] !== undefined)
    await stage.screenshot(kiosk, 'K-3 without paper offline')
  await kiosk.getByText('我记住了').tap()

  // What was broken in the kiosk's book goes to staff, and the number behind it into the line.
  await stage.restart()
  await stands(kiosk, 'K-1', 'open')
  const supervisor = await stage.staffPage('supervisor', '/supervise')
  await says(supervisor, '看不出号码')
  await supervisor.context().close()
  await kiosk.getByText('查进度').tap()
  for (const sign of code) await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByText('查一下').tap()
  await says(kiosk, `号码 ${number}`)
  await scan(kiosk, 'K-4 without paper', 'public')
  if (process.env['ACCEPTANCE_PICTURES'] !== undefined) await stage.screenshot(kiosk, 'K-4 without paper')
  await kiosk.getByTestId('k4.paper').tap()
  await says(kiosk, /小票出来了/)
  equal(printer.papers.length, 1)
  await kiosk.context().close()
  await printer.close()
}

/** A command of no known form, first in the kiosk's own book. */
async function putPoison(kiosk: Page): Promise<void> {
  await kiosk.evaluate(async () => {
    const opened = indexedDB.open('counter-kiosk')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const tx = opened.result.transaction('outbox', 'readwrite')
    tx.objectStore('outbox').put({ kind: 'take', sequence: 0, number: '应急 999', broken: true })
    await new Promise((resolve) => tx.addEventListener('complete', resolve))
    opened.result.close()
  })
}
