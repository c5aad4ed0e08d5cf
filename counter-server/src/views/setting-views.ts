import type { Setting } from '@counter/shared/contract/settings'
import type { SettingFacts } from '../usecases/hall/change-setting.ts'

export function toSetting({ key, value, since, history }: SettingFacts): Setting {
  return {
    key,
    value,
    since,
    history: history.map(({ from, to, at, by, reason }) => ({ from, to, at, by, reason })),
  }
}
