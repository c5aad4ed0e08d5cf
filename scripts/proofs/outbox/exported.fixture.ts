import { newCommandId } from '@counter/shared/client/commands'
import type { ExportOutcome, ExportPiece } from '@counter/shared/contract/village-export'
import type { SealingKey } from '@counter/shared/vocabulary/sealed-box'
import { type ExportWorld, exportBlob } from '../../../clerk-ui/src/outbox/export-file.ts'
import type { Outbox } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import type { Caller, Hall, Phone } from '../../../counter-server/test/app.ts'
import type { ModelPhone } from './model-phone.ts'

/** The key of an enrolled phone as its browser holds it. */
export function keyOf({ privateKey }: Pick<Phone, 'privateKey'>): Promise<CryptoKey> {
  const how = { name: 'ECDSA', namedCurve: 'P-256' }
  return crypto.subtle.importKey('jwk', privateKey.export({ format: 'jwk' }), how, false, ['sign'])
}

/** What the phone writes when its agent presses 「导出备份」, line by line. */
export async function exported(
  hall: Hall,
  phone: Phone,
  model: ModelPhone,
  change: Partial<ExportWorld> = {},
  items?: Outbox,
): Promise<string[]> {
  const [tab] = model.tabs
  await tab?.getState().reload()
  const world: ExportWorld = {
    disk: outboxDisk,
    phone: { deviceId: phone.deviceId, privateKey: await keyOf(phone) },
    sealing: (await phone.door.get('/api/sealing-key')).body as SealingKey,
    file: newCommandId(),
    madeAt: hall.clock.now(),
    appVersion: 'test',
    ...change,
  }
  const blob = await exportBlob(world, items ?? tab?.getState().outbox ?? [])
  return (await blob.text()).split('\n').filter((line) => line !== '')
}

/** Takes a file to the desk: all its lines, in pieces of a few. */
export async function brought(
  clerk: Caller,
  [head = '', ...lines]: readonly string[],
  door: 'look' | 'take',
): Promise<ExportOutcome[]> {
  const outcomes: ExportOutcome[] = []
  for (let from = 0; from < lines.length; from += 3) {
    const body = { head, lines: lines.slice(from, from + 3) }
    const answer = await (door === 'look'
      ? clerk.post('/api/village-exports/look', body)
      : clerk.command('/api/village-exports', body))
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    outcomes.push(...(answer.body as ExportPiece).outcomes)
  }
  return outcomes
}

/** Kind and status of each line, as a desk reads them. */
export function statusesOf(outcomes: readonly ExportOutcome[]): string[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === 'bad') return `bad ${outcome.code}`
    return 'status' in outcome ? `${outcome.kind} ${outcome.status}` : outcome.kind
  })
}
