/** Bookings from the phone to the window (Q36 to Q39) and the hall near closing time (Q41), in a real browser. */
import { BOOKINGS, type BookingStory } from './scenarios/bookings.ts'
import { startStage } from './stage.ts'
import { tellAll } from './tell.ts'

await tellAll(BOOKINGS, async (): Promise<BookingStory> => {
  const stage = await startStage()
  return { stage, kiosk: await stage.devicePage('kiosk', '取号机 1'), codes: new Map() }
})
