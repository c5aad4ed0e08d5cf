import type { SyncAnswer } from '@counter/shared/contract/village'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { StoreApi } from 'zustand'
import { askCentre, type Saying } from './ask-centre.ts'
import type { VillageCommand } from './command.ts'
import { createComparing } from './have.ts'
import { compareStores } from './offer-again.ts'
import { countOutbox } from './outbox-counts.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

/**
 * Asks the centre and hears what each answer says besides its results: the centre's clock (V77), whether it speaks with this
 * page still (V58), and whether the two ends have the same (V56). `heard` is told whether there was a word at all.
 */
export function createTalk(
  world: SenderWorld,
  store: StoreApi<SenderState>,
  heard: (isAnswered: boolean) => Promise<void>,
) {
  const comparing = createComparing(world.now)
  let isCompared = false

  // Half of the way there and back, by both clocks of the device (V77).
  async function hearClock({ serverNow }: SyncAnswer, asked: { wall: number; mono: number }): Promise<void> {
    const { page, device } = world
    const wall = (asked.wall + world.now()) / 2
    const mono = Math.round((asked.mono + page.now()) / 2)
    const isFirst = store.getState().clockAheadMs === null
    const lastServer = { at: serverNow, wall: instantOf(Math.round(wall)), mono, pageId: page.id }
    store.setState({ clockAheadMs: toMs(serverNow) - wall, lastServer })
    await device.keepServer(lastServer)
    // Not before the centre's time is heard: a phone some months fast would forget all that it could offer again (V38, V56).
    if (isFirst) await world.disk.forgetOldStubs(toMs(serverNow))
  }

  async function say(
    saying: Pick<Saying, 'carrier' | 'commands' | 'isCompared'>,
  ): Promise<SyncAnswer | null> {
    const asked = { wall: world.now(), mono: world.page.now() }
    const refused: true[] = []
    const answer = await askCentre(world, store.getState(), { ...saying, isFollowing: true }, () =>
      refused.push(true),
    )
    // Its no is no silence: knocking would only bring the same no again.
    const isTooOld = refused.length > 0
    await heard(answer !== null || isTooOld)
    if (answer !== null || isTooOld) store.setState({ isTooOld })
    if (answer !== null) await hearClock(answer, asked)
    return answer
  }

  return {
    ask(commands: readonly VillageCommand[], carrier: StaffId | null): Promise<SyncAnswer | null> {
      // By a clock that was not heard yet the days could be any; and while an answer may have been lost the two ends differ (V56).
      const { clockAheadMs, outbox } = store.getState()
      isCompared = clockAheadMs !== null && countOutbox(outbox).unsent === 0 && comparing.isDue()
      return say({ carrier, commands, isCompared })
    },
    /** The next part of what is followed (V55); nothing is compared in between. */
    askOn: (carrier: StaffId | null): Promise<SyncAnswer | null> => say({ carrier, commands: [] }),
    /**
     * True when the two ends did not have the same, and the device has another list of its own now. One that the line broke off
     * is begun again with the next contact (V56).
     */
    async compare(answer: SyncAnswer, carrier: StaffId | null): Promise<boolean> {
      const ask = (saying: Omit<Saying, 'commands' | 'carrier'>) =>
        askCentre(world, store.getState(), { carrier, commands: [], ...saying })
      const outcome = await compareStores(world, answer, ask)
      if (isCompared && outcome !== 'broken') comparing.isDone()
      return outcome === 'compared'
    },
  }
}
