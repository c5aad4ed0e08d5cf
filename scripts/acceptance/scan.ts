/** The gate of screens.md 7: axe on every screen that the story passes, sizes of the kiosk, and zoom. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Public pages are the residents': kiosk, wall and phone; there the enhanced contrast counts too (U41). */
export type Audience = 'public' | 'staff'

/** Fails with every violation that axe finds, and when a rule that must run did not. */
export async function scan(page: Page, screen: string, audience: Audience): Promise<void> {
  const isPublic = audience === 'public'
  const results = await new AxeBuilder({ page })
    .options({
      // Of what holds only the rule's name is read; telling each element of it took a third of the scan.
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: isPublic } },
    })
    .setLegacyMode(true)
    .analyze()
  const ran = new Set(
    [...results.passes, ...results.violations, ...results.incomplete, ...results.inapplicable].map(
      ({ id }) => id,
    ),
  )
  for (const rule of ['target-size', ...(isPublic ? ['color-contrast-enhanced'] : [])]) {
    if (!ran.has(rule)) throw new Error(`axe did not run ${rule} on ${screen}`)
  }
  if (results.violations.length === 0) return
  const lines = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all }) => `${id}: ${target.join(' ')} ${[...any, ...all][0]?.message ?? ''}`),
  )
  throw new Error(`axe on ${screen}:\n  ${lines.join('\n  ')}`)
}

/** U42: the targets of a kiosk page, in its millimetres. */
export async function measureTargets(page: Page, mm: number): Promise<readonly string[]> {
  return page.evaluate((perMm) => {
    const least = Math.max(60, 20 * perMm) - 0.5
    const leastGap = Math.max(12, 3 * perMm) - 0.5
    const isPortrait = innerHeight > innerWidth
    const targets = [...document.querySelectorAll('button,a[href],input,[role=button],[role=radio]')]
      .map((element) => ({
        name: element.textContent?.trim() ?? element.tagName,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
    const small = targets
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ name, box }) => `${name} is ${box.width}×${box.height}, not ${least}`)
    const high = targets
      .filter(({ box }) => isPortrait && box.top < 0.15 * innerHeight)
      .map(({ name, box }) => `${name} begins at ${box.top}`)
    const near = targets.flatMap((one, place) =>
      targets.slice(place + 1).flatMap((other) => {
        const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right)
        const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom)
        const gap = Math.max(across, down)
        return gap < leastGap ? [`${one.name} and ${other.name} are ${gap} apart`] : []
      }),
    )
    const scrolls =
      document.documentElement.scrollHeight > innerHeight
        ? [`${document.documentElement.scrollHeight} px high`]
        : []
    return [...small, ...high, ...near, ...scrolls]
  }, mm)
}

/** U42: every visible text that is smaller than `least` px, with its size. */
export async function measureTexts(page: Page, least: number, within = 'body'): Promise<readonly string[]> {
  return page.evaluate(
    ([leastPx, selector]) => {
      return [...document.querySelectorAll(selector)]
        .flatMap((root) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
          const found: Node[] = []
          while (walker.nextNode()) found.push(walker.currentNode)
          return found
        })
        .map((text) => ({ words: text.textContent?.trim() ?? '', holder: text.parentElement as HTMLElement }))
        .filter(({ words, holder }) => words !== '' && holder.clientWidth !== 1)
        .filter(({ holder }) => holder.checkVisibility({ visibilityProperty: true }))
        .map(({ words, holder }) => ({ words, size: Number.parseFloat(getComputedStyle(holder).fontSize) }))
        .filter(({ size }) => size < leastPx - 0.5)
        .map(({ words, size }) => `${words} has ${size} px`)
    },
    [least, within] as const,
  )
}

/** S14: what of the texts and main buttons does not stand a bigger type: cut off, or smaller than a thumb. */
export async function tooTight(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.clientWidth > 1 && getComputedStyle(each).overflow !== 'visible')
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      .map((each) => `${each.textContent?.trim()} is cut off`)
    const small = [...document.querySelectorAll<HTMLElement>('.acts > *, main .main')]
      .filter((each) => each.offsetWidth < 60 || each.offsetHeight < 60)
      .map((each) => `${each.textContent?.trim()} is ${each.offsetWidth}×${each.offsetHeight}`)
    return [...cut, ...small]
  })
}

/** U45: how many pixels the page is wider than its window; 0 when nothing must be scrolled sideways. */
export async function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
}
