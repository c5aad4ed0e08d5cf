/** Kiosk and village point without the server (Q46 to Q50, S5; V27 to V41), in a real browser with its worker and its own disk. */
import { OFFLINE, type OfflineStory } from './scenarios/offline.ts'
import { OFFLINE_PAPER } from './scenarios/offline-paper.ts'
import { VILLAGE_OFFLINE } from './scenarios/village-offline.ts'
import { startStage } from './stage.ts'
import { tellAll } from './tell.ts'

await tellAll([...OFFLINE, OFFLINE_PAPER, ...VILLAGE_OFFLINE], async (): Promise<OfflineStory> => {
  return { stage: await startStage({ outlivesServer: true }), kiosks: [], profile: null }
})
