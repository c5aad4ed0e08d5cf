import { unsalted } from '@counter/shared/vocabulary/payload-salt'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Refusal } from '../../domain/refusal.ts'
import { contentHash } from '../../store/receipts.ts'
import { keepAttention } from '../../store/village-attention.ts'
import type { Deps } from '../deps.ts'
import { villageAtCapture } from './agent-at-capture.ts'
import { receiptFacts, type SentCommand } from './receipt-facts.ts'
import type { Sent } from './register-case.ts'

/**
 * Keeps a command that was refused, with the reason, so that the centre can solve it; the refusal itself has rolled everything
 * else back (V51, V90). False for one of a point that was not its agent's when it was captured: that is nobody's here (V54).
 */
export function keepRefused(
  { store }: Pick<Deps, 'store'>,
  { agent, header, device, deviceNow }: Omit<Sent, 'tx'>,
  command: SentCommand,
  { code, params }: Pick<Refusal, 'params'> & { readonly code: string },
): Promise<boolean> {
  const { id } = agent.staff
  const village = header.pointId
  return store.write((tx) => {
    if (villageAtCapture({ tx, agent, header, deviceNow }) !== village) return false
    keepAttention(tx, {
      command: header.id,
      contentHash: contentHash(tx, receiptFacts(agent, command)),
      village,
      device,
      agent: id,
      caseId: header.caseId,
      type: command.facts.type,
      code,
      clockAheadMs: toMs(deviceNow) - toMs(tx.at),
      content: { header: command.frozen.header, payload: unsalted(command.frozen.payload).payload, params },
    })
    tx.tell({ kind: 'figures_changed' })
    return true
  })
}
