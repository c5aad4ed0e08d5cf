import { ClockChange } from '@counter/shared/contract/calendar'
import { Setting, SettingList } from '@counter/shared/contract/settings'
import { isSettingKey, movesDueDates } from '@counter/shared/vocabulary/setting'
import type { FormCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'

/** The rules as they stand; null until they are read. */
export function useRules() {
  const { value, refused, put } = useReading('/api/settings', SettingList)
  const keep = (setting: Setting) =>
    put((known) => ({
      next: null,
      items: (known?.items ?? []).map((each) => (each.key === setting.key ? setting : each)),
    }))
  return { settings: value?.items ?? null, refused, keep }
}

type Values = Readonly<Record<string, Setting['value']>>

interface RuleChange {
  readonly values: Values
  readonly reason: string
  readonly keep: (setting: Setting) => void
}

/** Each rule is a command of its own; the first refusal stops, and what is left waits in the draft. */
export async function sendRules(
  send: FormCommand['send'],
  { values, reason, keep }: RuleChange,
): Promise<Values> {
  const entries = Object.entries(values)
  for (const [place, [key, value]] of entries.entries()) {
    const left = Object.fromEntries(entries.slice(place))
    if (isSettingKey(key) && movesDueDates(key)) {
      // What moves due dates is only entered here; somebody else looks at it and publishes it (C1502).
      const body = { kind: 'setting', key, value, reason }
      const entered = await send('/api/clock-changes', body, ClockChange)
      if (!entered?.ok) return left
      continue
    }
    const answer = await send(`/api/settings/${key}`, { value, reason }, Setting)
    if (!answer?.ok) return left
    keep(answer.value)
  }
  return {}
}
