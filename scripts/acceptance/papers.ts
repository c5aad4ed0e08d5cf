/** Papers of kiosk and desk, read back from a printer in the network and from the browser's own pages (Q44, U47). */
import { scan } from './scan.ts'
import { PAPER, type PaperStory } from './scenarios/paper.ts'
import { PAPER_DAY } from './scenarios/paper-day.ts'
import { startStage } from './stage.ts'
import { tellAll } from './tell.ts'

await tellAll([...PAPER, ...PAPER_DAY], async (): Promise<PaperStory> => {
  const stage = await startStage()
  return { stage, desk: await stage.deskPage(1), scan }
})
