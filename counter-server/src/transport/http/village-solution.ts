import type { SolveBody } from '@counter/shared/contract/village-attention'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { readKeptCommand } from '../../usecases/village/read-attention.ts'
import type { Solution } from '../../usecases/village/solve-attention.ts'
import { toVillageCommand } from './village-bodies.ts'
import { mended } from './village-mend.ts'

type Solving = Pick<z.infer<typeof SolveBody>, 'how' | 'mend' | 'number'>

/** How the kept command is solved, as the form says; the schema of its kind judges what was put right (V51). */
export function solutionOf(deps: Deps, id: CommandId, { how, mend = {}, number }: Solving): Solution {
  if (how === 'reject') return { how }
  if (how === 'link') {
    if (number === undefined) throw new Refusal('case.not_found')
    return { how, number }
  }
  const kept = deps.store.read((tx) => readKeptCommand(tx, id))
  const payload = mended(kept.payload, mend)
  const command = toVillageCommand({ header: kept.header, payload })
  if (command === null) throw new Refusal('command.malformed')
  return { how, command }
}
