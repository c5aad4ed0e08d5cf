import { stands } from '../acceptance/see.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'

/** The village point on a phone. */
export async function paintVillage(stage: Stage): Promise<void> {
  const door = await stage.openPage('/village', SIZES.phone)
  await stands(door, 'C-0')
  await stage.screenshot(door, 'village-0-sign-in')
  const agent = await stage.staffPage('v05', '/village', SIZES.phone)
  await stands(agent, 'V-1', 'normal')
  await stage.screenshot(agent, 'village-1-home')
  await agent.getByRole('link', { name: '＋ 帮群众办件' }).click()
  await stands(agent, 'V-2', 'draft')
  await stage.screenshot(agent, 'village-2-register')
}
