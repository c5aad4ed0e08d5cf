import { stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import type { Gallery } from './gallery.ts'

/** The village point on a phone. */
export async function paintVillage(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const door = await stage.openPage('/village', SIZES.phone)
  await stands(door, 'C-0')
  await gallery.look(door, 'village-0-sign-in')
  const agent = await stage.staffPage('v05', '/village', SIZES.phone)
  await stands(agent, 'V-1', 'normal')
  await gallery.look(agent, 'village-1-home')
  await agent.getByRole('link', { name: '＋ 帮群众办件' }).click()
  await stands(agent, 'V-2', 'draft')
  await gallery.look(agent, 'village-2-register')
}
