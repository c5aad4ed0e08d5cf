import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { dropOldDraftPhotos } from '../../store/draft-photos.ts'
import { dropOldDrafts } from '../../store/drafts.ts'
import { forgetOldCards } from '../../store/old-agent-cards.ts'
import { forgetPhotoLinks } from '../../store/photo-links.ts'
import { dropOldReceipts } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import { dropOldTakenBack } from '../../store/taken-back.ts'
import type { Tx } from '../../store/tx.ts'
import { dropOldAttention } from '../../store/village-attention.ts'
import { dropOldVillageReceipts } from '../../store/village-receipts.ts'
import type { Deps } from '../deps.ts'
import type { FilePlaces } from '../files/content-shelf.ts'

/**
 * Once a day, what nobody has to be asked about: drafts that nobody went on with, with their photos, links that are over
 * (C1501), the answers to commands that nobody repeats any more (R5), and what points could not get through once it was settled
 * as long ago (P46), cards of agents who left (V1), and keys to which no phone seals any more (V31). Bookings lose their persons with their day (Q39).
 */
export function createForgetter({
  store,
  files,
}: Pick<Deps, 'store'> & { readonly files: Pick<FilePlaces, 'shelf'> }): () => Promise<void> {
  let forgotOn: PlainDate | null = null
  return async () => {
    const today = civilDate(store.now())
    if (forgotOn === today) return
    const names = await store.write((tx) => {
      dropOldDrafts(tx)
      forgetPhotoLinks(tx, tx.at)
      dropOldAttention(tx)
      dropOldTakenBack(tx)
      dropOldVillageReceipts(tx)
      forgetCards(tx)
      return dropOldDraftPhotos(tx)
    })
    await files.shelf.drop(names)
    await forgetReceipts(store)
    forgetSealingKeys(store)
    forgotOn = today
  }
}

const SYSTEM = { actor: 'system', role: 'system', device: null, commandId: null }

// Whose it was and when it went stays in the journal (V90).
function forgetCards(tx: Tx): void {
  for (const agent of forgetOldCards(tx))
    tx.record({
      type: 'agent.card_forgotten',
      subject: `staff:${agent}`,
      version: 1,
      origin: SYSTEM,
      data: {},
    })
}

const DAY_MS = 86_400_000

// Longer than any phone may lie in a drawer with what was sealed to them.
function forgetSealingKeys(store: Deps['store']): void {
  const days = store.read((tx) => findSetting(tx, 'retention.sealingKeys'))
  store.keys.sealing.forget(instantOf(toMs(store.now()) - days * DAY_MS))
}

const AT_A_TIME = 100

// A hall leaves thousands a day, so a hundred go at a time and the hall has its turn between.
async function forgetReceipts(store: Deps['store']): Promise<void> {
  for (let gone = AT_A_TIME; gone === AT_A_TIME; ) {
    await store.folded()
    gone = await store.write((tx) => dropOldReceipts(tx, AT_A_TIME))
  }
}
