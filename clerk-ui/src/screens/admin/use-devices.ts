import { DeviceList } from '@counter/shared/contract/devices'
import { useEffect } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'

const EVERY_MS = 3_000

export interface Devices {
  /** Null until the first answer. */
  readonly list: DeviceList | null
  readonly refused: Refused | null
  look(): void
}

/** The devices, read every 3 s: contact and trouble come from the hall at any moment (U21). */
export function useDevices(): Devices {
  const { value: list, refused, reread: look } = useReading('/api/devices', DeviceList)
  useEffect(() => {
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [look])
  return { list, refused, look }
}
