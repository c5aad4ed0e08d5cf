import type { VillageCommand } from '../../domain/village/village-command.ts'
import type { CommandFacts } from '../../store/receipts.ts'
import type { VillageAgent } from './village-agent.ts'

/** What the receipt of a village command is made of: its frozen header names its content by hash (V50). */
export function receiptFacts(
  { origin }: Pick<VillageAgent, 'origin'>,
  { header, facts, frozen }: VillageCommand,
): CommandFacts {
  return {
    origin: { ...origin, commandId: header.id },
    name: `village.${facts.type}`,
    subject: header.caseId,
    content: frozen.header,
  }
}
