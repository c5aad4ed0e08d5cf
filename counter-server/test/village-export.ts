import { sign } from 'node:crypto'
import { sealBox } from '@counter/shared/client/seal-box'
import { exportClaim, exportContent, exportPlace } from '@counter/shared/vocabulary/export-file'
import { uuidv7 } from 'uuidv7'
import type { Phone } from './app.ts'
import { freeze, sha256 } from './village-fixture.ts'

/** A file of one consultation in format 1, made with nothing of today's phone. */
export async function exportOf(
  { deviceId, privateKey, door }: Phone,
  author: string,
  capturedAt: string,
): Promise<{ readonly head: string; readonly lines: readonly string[] }> {
  const file = uuidv7()
  const { header, payload } = freeze(
    'consult.log',
    { item: null, question: '合作医疗何时交费', answer: '每年九月起', isReferred: false },
    { capturedAt },
  )
  const content = exportContent({ kind: 'command', author, header, payload })
  const { body: key } = await door.get('/api/sealing-key')
  const box = await sealBox(key, exportPlace(file, 1), content)
  const sig = sign('sha256', Buffer.from(exportClaim(file, 1, sha256(box))), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  const line = { n: 1, box: Buffer.from(box).toString('base64url'), sig: sig.toString('base64url') }
  const head = { product: 'village-counter', format: 1, file, deviceId }
  return { head: JSON.stringify(head), lines: [JSON.stringify(line)] }
}
