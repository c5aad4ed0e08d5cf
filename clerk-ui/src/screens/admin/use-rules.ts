import { Setting, SettingList } from '@counter/shared/contract/settings'
import { useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { command, read } from '../../state/ask.ts'

/** The rules as they stand; null until they are read. */
export function useRules() {
  const [settings, setSettings] = useState<readonly Setting[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    void read('/api/settings', SettingList).then((answer) => {
      if (answer.ok) setSettings(answer.value.items)
      setRefused(answer.ok ? null : answer)
    })
  }, [])
  const keep = (setting: Setting) =>
    setSettings((known) => (known ?? []).map((each) => (each.key === setting.key ? setting : each)))
  return { settings, refused, keep }
}

type Values = Readonly<Record<string, Setting['value']>>

/** Each rule is a command of its own; the first refusal stops, and what is left waits in the draft. */
export async function sendRules(
  values: Values,
  reason: string,
  keep: (setting: Setting) => void,
): Promise<{ readonly left: Values; readonly refused: Refused | null }> {
  const entries = Object.entries(values)
  for (const [place, [key, value]] of entries.entries()) {
    const answer = await command(`/api/settings/${key}`, { value, reason }, Setting)
    if (!answer.ok) return { left: Object.fromEntries(entries.slice(place)), refused: answer }
    keep(answer.value)
  }
  return { left: {}, refused: null }
}
