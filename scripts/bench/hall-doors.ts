import { Enrolment } from '@counter/shared/contract/people'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { anything, type Caller, required } from '../api/caller.ts'
import { enrolDevice, signIn } from '../api/doors.ts'
import type { ServerProcess } from '../api/server-process.ts'
import type { Clerk } from './hall-phases.ts'
import { openLine, type TimedLine } from './timed-line.ts'

/** The people and devices of a hall, each on a line of its own. */
export interface HallDoors {
  readonly kiosks: readonly TimedLine[]
  readonly clerks: readonly Clerk[]
  /** Enrols one more device. */
  enrol(kind: DeviceKind, name: string): Promise<Caller>
}

/** Enrols the kiosks and sits a clerk at each window. */
export async function openDoors(
  url: string,
  accounts: ServerProcess['accounts'],
  { kiosks, windows }: { readonly kiosks: number; readonly windows: number },
): Promise<HallDoors> {
  const passwordOf = (name: string) => accounts.find(({ signInName }) => signInName === name)?.password ?? ''
  const supervisor = await signIn(url, 'supervisor', passwordOf('supervisor'))
  const enrol = async (kind: DeviceKind, name: string) => {
    const answer = await supervisor.command('/api/enrolments', { kind, name }, Enrolment)
    return enrolDevice(url, kind, required(answer, `enrol ${name}`).code)
  }
  const opened: TimedLine[] = []
  for (let number = 1; number <= kiosks; number += 1)
    opened.push(openLine(url, (await enrol('kiosk', `取号机 ${number}`)).headers))
  const clerks: Clerk[] = []
  for (let window = 1; window <= windows; window += 1) {
    const caller = await signIn(url, `clerk${window}`, passwordOf(`clerk${window}`))
    required(await caller.command(`/api/windows/${window}/open`, {}, anything), `open window ${window}`)
    clerks.push({ window, line: openLine(url, caller.headers) })
  }
  return { kiosks: opened, clerks, enrol }
}
