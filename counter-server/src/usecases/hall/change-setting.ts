import {
  movesDueDates,
  SETTINGS,
  type SettingKey,
  type SettingValue,
} from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { requireReason } from '../../domain/queue/act.ts'
import { requireInRange, requireSetting } from '../../domain/queue/change-setting.ts'
import { Refusal } from '../../domain/refusal.ts'
import { agentHour, requireBandInHour } from '../../domain/village/agent-hour.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import {
  countSettingChanges,
  findSetting,
  findSettingChanges,
  nameOfActor,
  readSettings,
  type SettingChange,
  saveSetting,
} from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const SHOWN_CHANGES = 10

/** A setting with its last changes, newest first. */
export interface SettingFacts {
  readonly key: SettingKey
  readonly value: SettingValue
  /** Null while the default holds. */
  readonly since: Instant | null
  readonly history: readonly SettingChange[]
}

export interface ChangeSetting {
  readonly origin: Origin
  readonly key: string
  readonly value: unknown
  readonly reason: string
}

/** Every setting as it stands (C1502). */
export function readAllSettings({ store }: Pick<Deps, 'store'>): SettingFacts[] {
  return store.read((tx) => (Object.keys(SETTINGS) as SettingKey[]).map((key) => settingFacts(tx, key)))
}

/**
 * An administrator changes a setting, with a reason; it is journaled with the old value, so that each ticket keeps the
 * rule it was issued under (C1502). Refuses `setting.not_found`, `setting.out_of_range`,
 * `reason.required`, and `calendar.preview_required` for what moves due dates.
 */
export function changeSetting(deps: Deps, command: ChangeSetting): Promise<SettingFacts> {
  const { origin, key, value, reason } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'setting.change', subject: key, content: { key, value, reason } }, () => {
      const known = requireSetting(key)
      requireInRange(known, value)
      requireBandInHour(agentHour(readSettings(tx)), known, value)
      // What moves due dates is previewed and published by a second person (C1502, C603).
      if (movesDueDates(known)) throw new Refusal('calendar.preview_required')
      const why = requireReason(reason)
      const from = findSetting(tx, known)
      const before = settingFacts(tx, known)
      if (from === value) return before
      saveSetting(tx, known, value, origin.actor, why)
      tx.record({
        type: 'setting.changed',
        subject: `setting:${known}`,
        version: countSettingChanges(tx, known) + 1,
        origin,
        data: { from, to: value, reason: why, since: tx.at },
      })
      tx.tell({ kind: 'settings_changed' })
      // The event is written at the end of the transaction, so it is not read back here.
      const change = {
        from,
        to: value as SettingValue,
        at: tx.at,
        by: nameOfActor(tx, origin.actor),
        reason: why,
      }
      const history = [change, ...before.history].slice(0, SHOWN_CHANGES)
      return { key: known, value: change.to, since: tx.at, history }
    }),
  )
}

function settingFacts(tx: Tx, key: SettingKey): SettingFacts {
  const history = findSettingChanges(tx, key, SHOWN_CHANGES)
  return { key, value: findSetting(tx, key), since: history[0]?.at ?? null, history }
}
