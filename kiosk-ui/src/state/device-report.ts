import { readOnce } from '@counter/shared/client/commands'
import { type DeviceReportBody, DeviceReported } from '@counter/shared/contract/devices'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import { asDevice } from '../device.ts'
import { saveMeasure } from './measure.ts'

const LOOK_EVERY_MS = 1_000
const TELL_EVERY_MS = 60_000

let build: string | null = null
let newest: string | null = null

/** The build that this page was loaded with: the first one its line tells of. */
export function notePageBuild(told: string): void {
  build ??= told
  newest = told
}

/** True once another build answers than the one this page was loaded with (N1). */
export function isPageOld(): boolean {
  return newest !== build
}

/** The version of this page, once its line has told (K-10). */
export function pageBuild(): string | null {
  return build
}

export interface DeviceReports {
  /** A sound test was played, by this path. */
  tested(path: VoicePath): void
  stop(): void
}

/** Tells the server what this page is and whether it can be heard: at the start, when it changes, and once a minute. */
export function startDeviceReports(kind: DeviceKind, sound: () => DeviceReportBody['sound']): DeviceReports {
  let told = { text: '', at: Number.NEGATIVE_INFINITY }
  let soundTest: VoicePath | null = null
  let isTelling = false
  const timer = setInterval(() => void tell(), LOOK_EVERY_MS)

  async function tell(): Promise<void> {
    if (build === null || isTelling) return
    const body: DeviceReportBody = { build, screen: panel(), sound: sound(), soundTest }
    const text = JSON.stringify(body)
    if (text === told.text && performance.now() - told.at < TELL_EVERY_MS) return
    isTelling = true
    const answer = await asDevice(kind, () => readOnce('/api/devices/report', DeviceReported, kind, body))
    isTelling = false
    if (!answer.ok) return
    told = { text, at: performance.now() }
    if (body.soundTest !== null) soundTest = null
    if (answer.value.pxPerMm !== null) saveMeasure(answer.value.pxPerMm)
  }

  return {
    tested: (path) => {
      soundTest = path
    },
    stop: () => clearInterval(timer),
  }
}

// Zoom makes a pixel of the page larger; the screen is told in pixels of the page all the same, as the measure is (U2).
function panel(): DeviceReportBody['screen'] {
  return { width: Math.max(1, innerWidth), height: Math.max(1, innerHeight) }
}
