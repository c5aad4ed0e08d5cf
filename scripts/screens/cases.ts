import type { Page } from 'playwright-core'
import { stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { playVisits } from '../acceptance/visits.ts'
import type { Gallery } from './gallery.ts'
import { acceptCases, type ToldCase } from './residents.ts'

/** Two weeks after: some promises are near, some are over, most are far. */
const LATER = '2026-06-26T02:00:00.000Z'

/** Case page, board, a unit's list, today's board, and the resident's pages. */
export async function paintCases(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  await playVisits(stage, '2026-06-12T01:41:00.000Z')
  const clerk = await stage.signIn('clerk3')
  const cases = await acceptCases(clerk)
  const [accepted, withNotice] = cases
  await paintPhones(gallery, linksOf(accepted, withNotice))
  const today = await stage.staffPage('supervisor', '/supervise')
  await paint(gallery, today, { screen: 'L-1', name: 'supervise-today' })
  await today.context().close()
  await stage.moveClock(LATER)
  const desk = await stage.staffPage('clerk4', `/cases/${accepted?.id ?? ''}`)
  await paint(gallery, desk, { screen: 'C-3', name: 'case-1-accepted' })
  const board = await stage.staffPage('clerk2', '/board')
  await paint(gallery, board, { screen: 'C-4', name: 'board-1' })
  await gallery.colours(board, 'board-1')
  const unit = await stage.staffPage((accepted?.unit ?? 'MZ').toLowerCase(), '/unit')
  await paint(gallery, unit, { screen: 'B-1', name: 'unit-1' })
  const supervise = await stage.staffPage('supervisor', '/supervise')
  await paint(gallery, supervise, { screen: 'L-1', name: 'supervise-1' })
  const reports = await stage.staffPage('supervisor', '/reports?span=month')
  await paint(gallery, reports, { screen: 'L-5', name: 'reports-1' })
}

function linksOf(accepted: ToldCase | undefined, withNotice: ToldCase | undefined): Record<string, string> {
  return {
    '2-case': accepted?.receipt?.link ?? '',
    '2-notice': withNotice?.receipt?.link ?? '',
  }
}

async function paintPhones(gallery: Gallery, links: Readonly<Record<string, string>>): Promise<void> {
  const { stage } = gallery
  for (const [name, link] of Object.entries(links)) {
    if (link === '') continue
    const { pathname, hash } = new URL(link)
    const page = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
    await page.locator('[data-screen^="P-"]').first().waitFor()
    await page.getByRole('heading').first().waitFor()
    // By the server's time; a page begins by its own machine's (U8).
    await page.locator('[data-light]:not([data-light="red"])').first().waitFor()
    await gallery.phone(page, name)
    if (name !== '2-case') continue
    await page.getByText('怎么算的').tap()
    await gallery.phone(page, '2-how')
  }
  const guide = await stage.openPage('/guide/MZ-001', SIZES.phone)
  await stands(guide, 'P-4', 'normal')
  await gallery.phone(guide, '4-guide')
}

async function paint(
  gallery: Gallery,
  page: Page,
  { screen, name }: { readonly screen: string; readonly name: string },
): Promise<void> {
  await stands(page, screen)
  await page.locator(`[data-screen="${screen}"]:not([data-state="loading"])`).first().waitFor()
  await gallery.look(page, name)
}
