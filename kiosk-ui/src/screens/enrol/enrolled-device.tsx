import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { type ReactNode, useEffect } from 'react'
import { startDevice, useDevice } from '../../device.ts'
import { EnrolScreen } from './enrol-screen.tsx'

/** Shows the door's pages on an enrolled device, and how to enrol on any other (P22). */
export function EnrolledDevice({ kind, children }: { kind: DeviceKind; children: ReactNode }): ReactNode {
  const standing = useDevice((device) => device.standing)
  useEffect(() => void startDevice(kind), [kind])
  if (standing === 'starting') return null
  return standing === 'ready' ? children : <EnrolScreen kind={kind} />
}
