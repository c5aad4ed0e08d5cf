import { create } from 'zustand'
import { type RoomState, roomState } from '../../outbox/storage-room.ts'

interface VillageRoom {
  readonly room: RoomState
  /** Whether the browser has promised not to clear this page's storage by itself (V40); null: not asked yet. */
  readonly isPersisted: boolean | null
}

export const useRoom = create<VillageRoom>(() => ({ room: 'enough', isPersisted: null }))

const LOOK_EVERY_MS = 60_000

/** Watches how much room is left. */
export function watchRoom(): void {
  void lookAtRoom()
  setInterval(() => void lookAtRoom(), LOOK_EVERY_MS)
}

/** Asks the browser to keep what is here; asked when the agent sets up the device (V40). */
export async function askToPersist(): Promise<void> {
  // A page that is not secure has no storage to ask (V85).
  const isPersisted = await Promise.resolve()
    .then(() => navigator.storage.persist())
    .catch(() => false)
  useRoom.setState({ isPersisted })
}

async function lookAtRoom(): Promise<void> {
  const { storage } = navigator
  const { quota, usage } = await storage.estimate().catch(() => ({ quota: undefined, usage: undefined }))
  const isPersisted = await storage.persisted().catch(() => null)
  const room = quota === undefined || usage === undefined ? 'enough' : roomState({ quota, usage })
  useRoom.setState({ room, isPersisted })
}
