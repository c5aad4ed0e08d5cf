import { uuidv7 } from 'uuidv7'
import { createNetworkPrinter } from '../devices/network-printer.ts'
import { type QueueSettings, queueSettings } from '../domain/queue/settings.ts'
import type { ErasureRegister } from '../store/erasure-register.ts'
import { openFileDisk } from '../store/file-disk.ts'
import { readSettings } from '../store/settings.ts'
import type { CalendarDeps } from '../transport/http/calendar-routes.ts'
import type { DeviceDeps } from '../transport/http/device-routes.ts'
import type { HallDeps } from '../transport/http/hall-routes.ts'
import type { PaperDeps } from '../transport/http/paper-routes.ts'
import type { ReportDeps } from '../transport/http/report-routes.ts'
import { createClockSweep } from '../usecases/cases/fire-due-marks.ts'
import { readCaseDone } from '../usecases/cases/read-case.ts'
import type { Deps } from '../usecases/deps.ts'
import { createContentShelf, type FilePlaces } from '../usecases/files/content-shelf.ts'
import { createPresence } from '../usecases/hall/presence.ts'
import { createHallReader } from '../usecases/hall/read-hall.ts'
import { createWaitEstimator } from '../usecases/hall/wait.ts'
import { createPaperSender } from '../usecases/paper/send-paper.ts'
import { createDeviceDoor } from '../usecases/people/enrolment.ts'
import { createPasswords } from '../usecases/people/passwords.ts'
import { createSignInLimiter } from '../usecases/people/sign-in-limiter.ts'
import { createClockWatch } from '../usecases/record/watch-clock.ts'
import { toCaseDetail } from '../views/case-views.ts'
import type { AppOptions } from './app-options.ts'

/** Everything that the transport is given to work with. */
export type AppDeps = HallDeps &
  PaperDeps &
  DeviceDeps &
  CalendarDeps &
  ReportDeps & { readonly files: FilePlaces; readonly erasures: ErasureRegister }

/** The parts that the routes, topics and jobs work with, each made once. */
export async function depsOf(
  options: AppOptions,
  {
    onSessionEnded,
    onWaitFault,
  }: { readonly onSessionEnded: (id: string) => void; readonly onWaitFault: (error: unknown) => void },
): Promise<AppDeps> {
  const { store, publicUrl, startCode } = options
  const own = { store, newId: uuidv7, queue: settingsOf(options.queue), publicUrl }
  // What a press answered is kept as it was shown, so it is made in the press's own transaction (R5).
  const showCase: Deps['showCase'] = (tx, asker, id) => toCaseDetail(readCaseDone(own, tx, asker, id))
  const base = { ...own, showCase }
  const wait = createWaitEstimator(base, onWaitFault)
  const disk = openFileDisk(options.filesDir, store.keys)
  return {
    ...base,
    wait,
    erasures: options.erasures,
    files: { disk, shelf: createContentShelf(base, disk) },
    previews: new Map(),
    sweepClocks: createClockSweep(base, createClockWatch(base, options.machine ?? null)),
    machine: options.machine ?? null,
    presence: createPresence(options.steadyMs ?? (() => performance.now())),
    build: options.build,
    reports: options.reports,
    hall: createHallReader({ ...base, wait }),
    passwords: await createPasswords(options.passwordCost),
    limiter: createSignInLimiter(),
    door: createDeviceDoor(base),
    papers: createPaperSender(base, options.printer ?? createNetworkPrinter()),
    startCode,
    onSessionEnded,
  }
}

function settingsOf(fixed: Partial<QueueSettings> = {}): Deps['queue'] {
  return (tx) => ({ ...queueSettings(readSettings(tx)), ...fixed })
}
