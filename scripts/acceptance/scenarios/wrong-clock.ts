/** A phone whose clock is two hours wrong. */
import { ok } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { FRIDAY } from '../stage.ts'

const HOUR_MS = 3_600_000

/** How far the phone's clock is ahead of the stage's start, after which the hall's was put to this time. */
export function twoHoursAheadOf(hallAt: string): number {
  return Date.parse(hallAt) - Date.parse(FRIDAY) + 2 * HOUR_MS
}

/** The clock is wrong whichever way the page asks for the time, and so is what the phone claimed (V76); the story took its minutes meanwhile. */
export async function isTwoHoursAhead(page: Page, sent: readonly string[], hallAt: string): Promise<void> {
  const asked = await page.evaluate(() => [Date.now(), Date.parse(new Date().toISOString())])
  const claims = sent.join().match(/"capturedAt":"[^"]+"/g) ?? []
  ok(claims.length > 0, 'the phone claimed no time')
  for (const ms of [...asked, ...claims.map((claim) => Date.parse(claim.split('"')[3] ?? ''))]) {
    const ahead = ms - Date.parse(hallAt)
    ok(ahead >= 2 * HOUR_MS && ahead < 3 * HOUR_MS, `${ahead} ms ahead of the hall`)
  }
}
