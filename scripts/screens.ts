/** `npm run screens`: a picture of each screen in its main states, in `.screens/`, from the real server and the test build. */
import { startStage } from './acceptance/stage.ts'
import { paintAdmin } from './screens/admin.ts'
import { paintCases } from './screens/cases.ts'
import { paintHall } from './screens/hall.ts'
import { paintVillage } from './screens/village.ts'

const stage = await startStage()
try {
  const { ticketLink } = await paintHall(stage)
  await paintCases(stage, ticketLink)
  await paintVillage(stage)
  await paintAdmin(stage)
} finally {
  await stage.close()
}
console.log('pictures in .screens/')
if (stage.pageErrors.length > 0) {
  console.error(stage.pageErrors.join('\n'))
  process.exitCode = 1
}
