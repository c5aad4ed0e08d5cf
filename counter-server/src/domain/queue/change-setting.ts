import {
  isInRange,
  isSettingKey,
  SETTINGS,
  type SettingKey,
  type SettingRule,
} from '@counter/shared/vocabulary/setting'
import { Refusal } from '../refusal.ts'

/** The key of a setting that exists; refuses `setting.not_found`. */
export function requireSetting(key: string): SettingKey {
  if (!isSettingKey(key)) throw new Refusal('setting.not_found')
  return key
}

/** Refuses `setting.out_of_range`, with the range where it has two ends (C1502). */
export function requireInRange(key: SettingKey, value: unknown): void {
  const rule: SettingRule = SETTINGS[key]
  if (isInRange(rule, value)) return
  throw new Refusal('setting.out_of_range', 'min' in rule ? { from: rule.min, to: rule.max } : {})
}
