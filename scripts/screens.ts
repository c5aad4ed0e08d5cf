/** `npm run screens`: a picture of each screen and state of the hall in `.screens/`, from the real server and the test build. Words name the subjects to take, such as `kiosk wall`. */
import { FRIDAY, startStage } from './acceptance/stage.ts'
import { paintAdmin } from './screens/admin.ts'
import { paintCases } from './screens/cases.ts'
import { paintDesk } from './screens/desk.ts'
import { Gallery } from './screens/gallery.ts'
import { paintGreet } from './screens/greet.ts'
import { paintKiosk } from './screens/kiosk.ts'
import { paintLetters } from './screens/letters.ts'
import { paintOutage } from './screens/outage.ts'
import { paintPhone } from './screens/phone.ts'
import { paintPoints } from './screens/points.ts'
import { paintRecord } from './screens/record.ts'
import { MORNING } from './screens/residents.ts'
import { paintSupervision } from './screens/supervision.ts'
import { paintVillage } from './screens/village.ts'
import { paintWall } from './screens/wall.ts'
import { paintZoom } from './screens/zoom.ts'
import { buildIfChanged, PRODUCT, TEST_PARTS } from './steps/build-parts.mjs'

interface Subject {
  readonly paint: (gallery: Gallery) => Promise<void>
  readonly outlivesServer?: boolean
  /** Another time than 09:40 to begin at. */
  readonly at?: string
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  kiosk: { paint: paintKiosk, at: MORNING },
  outage: { paint: paintOutage, outlivesServer: true },
  wall: { paint: paintWall, at: MORNING },
  phone: { paint: paintPhone, at: MORNING },
  desk: { paint: paintDesk },
  greet: { paint: paintGreet },
  cases: { paint: paintCases },
  supervision: { paint: paintSupervision },
  letters: { paint: paintLetters },
  record: { paint: paintRecord },
  village: { paint: paintVillage },
  points: { paint: paintPoints },
  admin: { paint: paintAdmin },
  zoom: { paint: paintZoom, at: MORNING },
}

buildIfChanged([...PRODUCT, ...TEST_PARTS])
const wanted = process.argv.slice(2)
for (const [name, subject] of Object.entries(SUBJECTS))
  if (wanted.length === 0 || wanted.includes(name)) await take(name, subject)

async function take(name: string, { paint, outlivesServer = false, at = FRIDAY }: Subject): Promise<void> {
  const stage = await startStage({ outlivesServer, at })
  const gallery = new Gallery(stage)
  try {
    await paint(gallery)
  } catch (error) {
    gallery.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    for (const [place, page] of stage.browser
      .contexts()
      .flatMap((each) => each.pages())
      .entries())
      await stage.screenshot(page, `failed-${name}-${place + 1}`)
  } finally {
    await stage.close()
  }
  console.log(`${name}: ${gallery.taken} pictures in .screens/`)
  const problems = [...gallery.problems, ...stage.pageErrors]
  if (problems.length === 0) return
  console.error(problems.join('\n'))
  process.exitCode = 1
}
