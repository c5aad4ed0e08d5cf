import { randomBytes } from 'node:crypto'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { addMonths, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { callBacksOf, drawCallBacks } from '../../domain/village/call-back.ts'
import { findDelivered, findDraw, insertCallBack, insertDraw } from '../../store/call-backs.ts'
import { sha256 } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import { findSetting } from '../../store/settings.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

/** A centre that stood still for some weeks draws what it missed. */
const MONTHS_BACK = 3

/**
 * Draws which deliveries of each point the centre calls back, once a month is over: the seed is made at the draw and kept
 * with it, so nobody could choose and anybody can draw again (V20).
 */
export function createCallBackDrawer({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let drawnFor: string | null = null
  return async () => {
    const present = civilDate(store.now()).slice(0, 7)
    if (drawnFor === present) return
    const isMissing = store.read((tx) => missingDraws(tx, present).length > 0)
    if (isMissing)
      await store.write((tx) => {
        for (const each of missingDraws(tx, present)) drawMonth(tx, each)
        tx.tell({ kind: 'figures_changed' })
      })
    drawnFor = present
  }
}

interface Draw {
  readonly village: VillageCode
  readonly month: string
}

function missingDraws(tx: Tx, present: string): readonly Draw[] {
  const months = Array.from({ length: MONTHS_BACK }, (_, back) =>
    addMonths(`${present}-01` as PlainDate, -1 - back).slice(0, 7),
  )
  return findVillages(tx).flatMap(({ code: village }) =>
    months.filter((month) => findDraw(tx, village, month) === undefined).map((month) => ({ village, month })),
  )
}

function drawMonth(tx: Tx, { village, month }: Draw): void {
  const delivered = findDelivered(tx, village, monthOf(month))
  const open = delivered.filter(({ isListed }) => !isListed).map(({ id }) => id)
  const share = {
    percent: findSetting(tx, 'village.callBackShare'),
    least: findSetting(tx, 'village.callBackLeast'),
  }
  const seed = randomBytes(16).toString('hex')
  const chosen = drawCallBacks(open, callBacksOf(delivered.length, share), (id) => sha256(`${seed} ${id}`))
  for (const id of chosen) insertCallBack(tx, { case: id, village, month, why: 'drawn' })
  const drawn = { village, month, seed, deliveries: delivered.length, drawn: chosen.length }
  insertDraw(tx, drawn)
  tx.record({
    type: 'call_back.drawn',
    subject: `village:${village}`,
    version: 1,
    origin: SYSTEM,
    data: drawn,
  })
}

function monthOf(month: string) {
  const first = `${month}-01` as PlainDate
  const midnight = '00:00' as PlainTime
  return { from: instantAt(first, midnight), before: instantAt(addMonths(first, 1), midnight) }
}
