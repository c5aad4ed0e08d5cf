import { DeviceList } from '@counter/shared/contract/devices'
import { Done } from '@counter/shared/contract/fields'
import { useCallback, useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { command, read } from '../../state/ask.ts'

const EVERY_MS = 3_000

export interface Devices {
  /** Null until the first answer. */
  readonly list: DeviceList | null
  readonly refused: Refused | null
  /** One act at a device; true when it was done. */
  act(id: string, act: 'speak' | 'sound-test' | 'revoke' | 'change', body?: object): Promise<boolean>
  look(): void
}

/** The devices, read every 3 s: contact and trouble come from the hall at any moment (U21). */
export function useDevices(): Devices {
  const [list, setList] = useState<DeviceList | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const look = useCallback(async () => {
    const answer = await read('/api/devices', DeviceList)
    if (!answer.ok) return setRefused(answer)
    setList(answer.value)
    // The line that was cut is back; why an act was refused stays to be read.
    setRefused((known) => (known?.code === 'offline' ? null : known))
  }, [])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), EVERY_MS)
    return () => clearInterval(timer)
  }, [look])
  const act: Devices['act'] = async (id, name, body = {}) => {
    const answer = await command(`/api/devices/${id}/${name}`, body, Done)
    setRefused(answer.ok ? null : answer)
    await look()
    return answer.ok
  }
  return { list, refused, act, look: () => void look() }
}
