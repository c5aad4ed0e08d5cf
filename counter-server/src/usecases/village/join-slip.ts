import { Refusal } from '../../domain/refusal.ts'
import type { RegisterFacts } from '../../domain/village/village-command.ts'
import type { CaseFacts } from '../../store/cases.ts'
import { openCase } from '../cases/case-scene.ts'
import { joinCase } from './join-case.ts'
import { compareSlip } from './late-slip.ts'
import { judgeRegistration, type Sent } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'

/**
 * A registration that comes after its slip was entered again from paper: the number is one case, so it is said of the one that
 * stands (V80). Refuses `number.re_entered` where the two do not agree, or that one is void: a person says which it is; else as a
 * registration.
 */
export function joinSlip(
  deps: VillageAgent['deps'],
  sent: Sent,
  register: RegisterFacts,
  stands: CaseFacts,
): void {
  const { tx, agent, header } = sent
  const { captured } = judgeRegistration(sent, register)
  if (stands.status === 'voided' || compareSlip(tx, stands, register).length > 0)
    throw new Refusal('number.re_entered', { number: stands.number })
  const scene = openCase(deps, tx, { origin: agent.origin, actor: 'agent', staff: agent.staff }, stands.id)
  joinCase(scene, {
    header,
    agent: agent.staff,
    register,
    capturedAt: captured.at,
    text: '手机里的登记补到，编号相同，是同一件',
    take: [],
  })
}
