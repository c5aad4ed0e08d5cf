import { readOnce } from '@counter/shared/client/commands'
import { Hall } from '@counter/shared/contract/hall'
import { create } from 'zustand'

interface HallStore {
  readonly hall: Hall | null
  learn(): Promise<void>
}

const AGAIN_MS = 5_000

/** The centre's name, topics and villages; read once, they change with the settings only. Silence is asked again (U10). */
export const useHall = create<HallStore>((set, get) => ({
  hall: null,
  async learn() {
    const answer = await readOnce('/api/hall', Hall, 'staff')
    if (answer.ok) set({ hall: answer.value })
    else if (answer.code === 'offline' && get().hall === null) setTimeout(() => void get().learn(), AGAIN_MS)
  },
}))
