import type { VillageCommand } from '../../domain/village/village-command.ts'
import type { CommandFacts } from '../../store/receipts.ts'
import type { VillageAgent } from './village-agent.ts'

/** A command as far as its header names it: also of one whose content nobody can read. */
export interface SentCommand extends Pick<VillageCommand, 'header' | 'frozen'> {
  readonly facts: Pick<VillageCommand['facts'], 'type'>
}

/** What the receipt of a village command is made of: its frozen header names its content by hash (V50). */
export function receiptFacts(
  { origin }: Pick<VillageAgent, 'origin'>,
  { header, facts, frozen }: SentCommand,
): CommandFacts {
  return {
    origin: { ...origin, commandId: header.id },
    name: `village.${facts.type}`,
    subject: header.caseId,
    content: frozen.header,
  }
}
