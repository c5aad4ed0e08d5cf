import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { countFindings } from '../../store/paper-work.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
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

/**
 * How many findings a phone may still bring today: as many as commands ⚙, for each is a command that it once sent, and each is a
 * line that somebody enters again from paper (V56, V95).
 */
export function findingsLeft(tx: Tx, device: string): { readonly left: number; readonly most: number } {
  const most = findSetting(tx, 'village.commandsPerDay')
  const today = instantAt(civilDate(tx.at), '00:00' as PlainTime)
  return { left: Math.max(0, most - countFindings(tx, device, today)), most }
}
