import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { FastifyRequest } from 'fastify'
import type { CaseAsker } from '../../usecases/cases/case-asker.ts'
import type { CaseCommand } from '../../usecases/cases/case-scene.ts'
import { originOf } from './access.ts'

/** Who acts on a case, from the session alone (P10). */
export function caseAskerOf(request: FastifyRequest, commandId: CommandId | null = null): CaseAsker {
  const { actor, staff } = request.asker
  return { origin: originOf(request, commandId), actor, staff: staff?.staff ?? null }
}

/** One act on one case, as its address and body say. */
export function caseCommandOf(
  request: FastifyRequest,
  id: CaseId,
  body: {
    readonly commandId: CommandId
    readonly expectedVersion?: number | undefined
    readonly occurredAt?: Instant | undefined
    readonly lateReason?: string | undefined
  },
): CaseCommand {
  const { commandId, expectedVersion = null, occurredAt, lateReason: reason = '' } = body
  const late = occurredAt === undefined ? undefined : { occurredAt, reason }
  return { asker: caseAskerOf(request, commandId), id, expectedVersion, late }
}
