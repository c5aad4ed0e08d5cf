import type { SolveBody } from '@counter/shared/contract/village-attention'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { readKeptCommand } from '../../usecases/village/read-attention.ts'
import type { Solution } from '../../usecases/village/settle-attention.ts'
import { toVillageCommand } from './village-bodies.ts'
import { mended } from './village-mend.ts'

type Solving = Pick<z.infer<typeof SolveBody>, 'how' | 'mend' | 'number' | 'take'>

/** How the kept command is solved, as the form says; the schema of its kind judges what was put right (V51). */
export function solutionOf(
  deps: Deps,
  id: CommandId,
  { how, mend = {}, number, take = [] }: Solving,
): Solution {
  if (how === 'reject') return { how }
  const kept = deps.store.read((tx) => readKeptCommand(tx, id))
  const payload = mended(kept.payload, how === 'apply' ? mend : {})
  const command = toVillageCommand({ header: kept.header, payload })
  if (command === null) throw new Refusal('command.malformed')
  if (how !== 'link') return { how, command }
  if (number === undefined) throw new Refusal('case.not_found')
  return { how, number, command, take }
}
