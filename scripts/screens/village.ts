import type { Page } from 'playwright-core'
import { fillIn } from '../acceptance/scenarios/village.ts'
import { says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import type { Gallery } from './gallery.ts'
import { whole } from './whole.ts'

/** The village point on a phone: from the empty home page to a case that was sent, one that waits for the network, and its log book. */
export async function paintVillage(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const door = await stage.openPage('/village', SIZES.phone)
  await stands(door, 'V-9', 'unenrolled')
  await gallery.look(door, 'village-0-unenrolled')
  await door.context().close()
  const agent = await stage.staffPage('v05', '/village', SIZES.phone)
  await stands(agent, 'V-1', 'normal')
  await says(agent, '还没有办件')
  await gallery.look(agent, 'village-1-empty')
  await newCase(agent)
  await gallery.look(agent, 'village-2-register')
  await fillIn(agent)
  await stands(agent, 'V-2', 'ready')
  await whole(gallery, agent, 'village-2-filled')
  await agent.getByTestId('v2.save').tap()
  await agent.getByTestId('v2.number').waitFor()
  await gallery.look(agent, 'village-2-sent')
  await agent.getByText('看这个办件').tap()
  await stands(agent, 'V-4', 'received')
  await whole(gallery, agent, 'village-4-case')
  await visit(gallery, agent)
  await paintWithoutNetwork(gallery, agent)
}

async function newCase(agent: Page): Promise<void> {
  await agent.getByRole('link', { name: '＋ 帮群众办件' }).tap()
  await stands(agent, 'V-2', 'draft')
  await says(agent, '更多事项')
}

async function visit(gallery: Gallery, agent: Page): Promise<void> {
  for (const [tab, screen, name] of [
    ['首页', 'V-1', '1-home'],
    ['待发', 'V-3', '3-outbox-empty'],
    ['办件', 'V-4', '4-cases'],
    ['指南', 'V-6', '6-guide'],
  ] as const) {
    await agent.getByRole('link', { name: new RegExp(`^${tab}`) }).tap()
    await agent
      .locator(`[data-screen^="${screen.slice(0, 2)}"]`)
      .first()
      .waitFor()
    await gallery.look(agent, `village-${name}`)
  }
  await agent.getByRole('link', { name: '首页' }).tap()
  await agent.getByText('代办台账').first().tap()
  await agent.getByTestId('log-book.row').first().waitFor()
  await gallery.look(agent, 'village-5-log-book')
}

/** What the page says and keeps while nothing can be sent. */
async function paintWithoutNetwork(gallery: Gallery, agent: Page): Promise<void> {
  await agent.getByRole('link', { name: '首页' }).tap()
  await newCase(agent)
  await fillIn(agent)
  await stands(agent, 'V-2', 'ready')
  await agent.context().setOffline(true)
  await says(agent, /离线/)
  await agent.getByTestId('v2.save').tap()
  await agent.getByTestId('v2.number').waitFor()
  await agent.getByRole('link', { name: /^待发/ }).tap()
  await agent.getByTestId('v3.row').first().waitFor()
  await gallery.look(agent, 'village-3-outbox-waiting')
  await agent.getByRole('link', { name: '首页' }).tap()
  await gallery.look(agent, 'village-1-offline')
}
