import { newCommandId } from '@counter/shared/client/commands'
import { findStaffOfRole } from '../../../counter-server/src/store/people.ts'
import type { CaseAsker } from '../../../counter-server/src/usecases/cases/case-asker.ts'
import type { Deps } from '../../../counter-server/src/usecases/deps.ts'

/** Everybody of a role in the sample township, each with a command of their own. */
export function askersOf(
  { store }: Deps,
  role: 'clerk' | 'handler' | 'agent' | 'supervisor' | 'admin',
): CaseAsker[] {
  return store
    .read((tx) => findStaffOfRole(tx, role))
    .map((staff) => ({
      origin: { actor: `staff:${staff.id}`, role, device: null, commandId: newCommandId() },
      actor: role,
      staff,
    }))
}

export function askerOf(deps: Deps, role: Parameters<typeof askersOf>[1]): CaseAsker {
  const [first] = askersOf(deps, role)
  if (first === undefined) throw new Error(`void: nobody is ${role}`)
  return first
}
