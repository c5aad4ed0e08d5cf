import type { DeskAnswer } from '@counter/shared/contract/desk'
import type { CommandId, TicketId } from '@counter/shared/vocabulary/ids'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../usecases/deps.ts'
import type { TicketAct } from '../../usecases/hall/ticket-act.ts'
import { actOnTicket } from '../../usecases/hall/ticket-acts.ts'
import { toDeskAnswer } from '../../views/desk-views.ts'
import { originOf, staffOf } from './access.ts'

interface ActBody {
  readonly commandId: CommandId
  readonly expectedVersion?: number | undefined
}

/** One act at one ticket, as the signed-in person at the window of their duty. */
export async function actAtTicket(
  deps: Deps,
  request: FastifyRequest,
  { id, body, act }: { readonly id: TicketId; readonly body: ActBody; readonly act: TicketAct },
): Promise<DeskAnswer> {
  const { staff, window } = staffOf(request)
  const result = await actOnTicket(deps, {
    origin: originOf(request, body.commandId),
    staff: staff.id,
    window,
    ticket: id,
    expectedVersion: body.expectedVersion ?? null,
    act,
  })
  return toDeskAnswer(result)
}
