import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { LiveFeed } from '../feed/live-feed.ts'
import { sweepBookings } from '../usecases/booking/sweep-bookings.ts'
import { checkCases } from '../usecases/cases/check-cases.ts'
import { remindOfCalendar } from '../usecases/cases/remind-of-calendar.ts'
import { tickSeconds } from '../usecases/cases/tick-seconds.ts'
import type { Deps } from '../usecases/deps.ts'
import type { FilePlaces } from '../usecases/files/content-shelf.ts'
import { createFileTidier } from '../usecases/files/tidy-files.ts'
import { closePastDays, closeToday, closingTime } from '../usecases/hall/close-day.ts'
import { controlClosing } from '../usecases/hall/closing-control.ts'
import { expireCalls } from '../usecases/hall/devices-report.ts'
import type { Presence } from '../usecases/hall/presence.ts'
import { markSilentDevices } from '../usecases/hall/silent-devices.ts'
import { createAlarmTeller } from '../usecases/hall/tell-alarm.ts'
import { createOpeningTeller } from '../usecases/hall/tell-opening.ts'
import type { WaitEstimator } from '../usecases/hall/wait.ts'
import { resumeLedger } from '../usecases/ledger/bring-in.ts'
import { checkLetters } from '../usecases/letters/check-letters.ts'
import { createLetterSweep } from '../usecases/letters/letter-marks.ts'
import { checkYesterday } from '../usecases/record/check-yesterday.ts'
import { createLogEmptier } from '../usecases/record/empty-log.ts'
import { createForgetter } from '../usecases/record/forget-by-age.ts'
import { whenTimeIsSure } from '../usecases/record/watch-clock.ts'
import { createCallBackDrawer } from '../usecases/village/draw-call-backs.ts'
import { createPointTeller } from '../usecases/village/watch-points.ts'

const CALLS_EVERY_MS = 5_000
const DEVICES_EVERY_MS = 2_500

export interface JobOptions {
  readonly deps: Deps & {
    readonly presence: Presence
    readonly wait: WaitEstimator
    readonly files: FilePlaces
  }
  readonly feed: LiveFeed
  /** Marks and deemed acceptances that are due (C521, C514). */
  readonly fireDueMarks: () => Promise<unknown>
  /** Seals what has an older key, once there is a newer one (P32). */
  readonly rekey: (stopped: AbortSignal) => Promise<void>
  readonly onFault: (error: unknown) => void
}

/** What happens by itself as time passes. What is due stands in rows, so a missed wake loses nothing (K31). */
export interface DueJobs {
  /** Runs everything that is due now; the boot sweep and the tick are the same (C521). */
  run(): Promise<void>
  /** The check of every case and letter ever kept. It may take minutes, so neither a tick nor the opening of the hall waits for it (QT19, C305). */
  check(): Promise<void>
  /** Goes on sealing with a new key, beside the hall's work (P32). */
  rekey(): Promise<void>
  start(): void
  stop(): void
}

export function createDueJobs({ deps, feed, fireDueMarks, rekey: seal, onFault }: JobOptions): DueJobs {
  let closedOn: PlainDate | null = null
  let day = today()
  const tellOpening = createOpeningTeller(deps)
  const sweepLetters = createLetterSweep(deps)
  const tellAlarm = createAlarmTeller(deps)
  const tellPoints = createPointTeller(deps)
  const drawCallBacks = createCallBackDrawer(deps)
  const forgetByAge = createForgetter(deps)
  const emptyLog = createLogEmptier(deps)
  const tidyFiles = createFileTidier({ deps, ...deps.files, onFault })
  const timers: NodeJS.Timeout[] = []
  let nextTick: NodeJS.Timeout | undefined
  const stopped = new AbortController()
  let checking: Promise<void> | null = null

  function today(): PlainDate {
    return civilDate(deps.store.now())
  }

  async function closeDays(): Promise<void> {
    await closePastDays(deps)
    if (civilTime(deps.store.now()) < deps.store.read(closingTime) || closedOn === today()) return
    closedOn = today()
    await closeToday(deps, {
      origin: { actor: 'system', role: 'system', device: null, commandId: null },
      byHand: false,
    })
  }

  async function tellNewDay(): Promise<void> {
    // Every screen counts days from today, so a new day is a new picture for all of them.
    if (day !== today()) feed.refresh()
    day = today()
  }

  const works: readonly (() => Promise<unknown>)[] = [
    // A ledger that a crash has cut off is whole before anybody is served. One that cannot be read keeps no hall closed: only
    // in an open one can somebody mend what it lacks.
    () => resumeLedger(deps).catch(onFault),
    closeDays,
    () => expireCalls(deps),
    fireDueMarks,
    whenTimeIsSure(deps, sweepLetters),
    whenTimeIsSure(deps, () => sweepBookings(deps)),
    () => controlClosing(deps),
    tellOpening,
    tellNewDay,
    // An estimate or a check that cannot be made keeps no hall closed.
    () => tellAlarm().catch(onFault),
    whenTimeIsSure(deps, () => tellPoints().catch(onFault)),
    whenTimeIsSure(deps, () => drawCallBacks().catch(onFault)),
    () => checkYesterday(deps).catch(onFault),
    () => remindOfCalendar(deps),
    // What stays on the disk a day longer keeps no hall closed.
    whenTimeIsSure(deps, () => tidyFiles().catch(onFault)),
    whenTimeIsSure(deps, () => forgetByAge().catch(onFault)),
    // Last, so that what the others wrote is in the file too.
    () => emptyLog().catch(onFault),
  ]

  // A job that fails each time must not take the others along; the first fault is told when all had their turn.
  async function run(): Promise<void> {
    const faults: unknown[] = []
    for (const work of works) await work().catch((error: unknown) => faults.push(error))
    for (const other of faults.slice(1)) onFault(other)
    if (faults.length > 0) throw faults[0]
  }

  function check(): Promise<void> {
    checking ??= checkCases(deps, stopped.signal)
      .catch(onFault)
      .then(() => checkLetters(deps, stopped.signal))
      .catch(onFault)
      .finally(() => {
        checking = null
      })
    return checking
  }

  let rekeying: Promise<void> | null = null
  function rekey(): Promise<void> {
    rekeying ??= seal(stopped.signal)
      .catch(onFault)
      .finally(() => {
        rekeying = null
      })
    return rekeying
  }

  // A tick that is still at work is not overtaken by the next one, or a long check would be made twice.
  const safely = (work: () => Promise<void>) => {
    let isAtWork = false
    return () => {
      if (isAtWork) return
      isAtWork = true
      work()
        .catch(onFault)
        .finally(() => {
          isAtWork = false
        })
    }
  }

  // The wait is read anew each time, so another one holds from the next tick on (C521, C1502).
  function tickLater(tick: () => void): void {
    nextTick = setTimeout(() => {
      tick()
      void check()
      void rekey()
      tickLater(tick)
    }, tickSeconds(deps) * 1000)
  }

  return {
    run,
    check,
    rekey,
    start() {
      void check()
      void rekey()
      tickLater(safely(run))
      timers.push(
        setInterval(
          safely(() => markSilentDevices(deps)),
          DEVICES_EVERY_MS,
        ),
        setInterval(
          safely(() => expireCalls(deps)),
          CALLS_EVERY_MS,
        ),
      )
    },
    stop() {
      stopped.abort()
      clearTimeout(nextTick)
      for (const timer of timers.splice(0)) clearInterval(timer)
    },
  }
}
