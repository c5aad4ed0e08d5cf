import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { findSetting } from '../../store/settings.ts'
import { countCommand, countCommandsOf } from '../../store/village-arrivals.ts'
import type { Sent } from './register-case.ts'

/** Counts a command that is taken now. Refuses `quota.reached` when its phone has sent more today than people can capture ⚙ (V95). */
export function takeDayQuota({ tx, device, agent }: Pick<Sent, 'tx' | 'device' | 'agent'>): void {
  const day = civilDate(tx.at)
  const who = device ?? agent.staff.id
  const most = findSetting(tx, 'village.commandsPerDay')
  if (countCommandsOf(tx, who, day) >= most) throw new Refusal('quota.reached', { n: most })
  countCommand(tx, who, day)
}
