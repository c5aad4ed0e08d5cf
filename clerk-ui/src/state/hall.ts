import { readOnce } from '@counter/shared/client/commands'
import { Hall } from '@counter/shared/contract/hall'
import { create } from 'zustand'

interface HallStore {
  readonly hall: Hall | null
  learn(): Promise<void>
}

/** The centre's name, topics and villages; read once, they change with the settings only. */
export const useHall = create<HallStore>((set) => ({
  hall: null,
  async learn() {
    const answer = await readOnce('/api/hall', Hall, 'staff')
    if (answer.ok) set({ hall: answer.value })
  },
}))
