/** What of a resident can be read where nothing of him may stand: on the phone, and in the addresses it asked (V38, V84, V100, P33). */
import type { Page } from 'playwright-core'

const CANARIES = ['示例丁', '示例戊', '999999197509090046', '19900000004', '东山组', '下周一送来']

/** What of the resident stands readable in the phone's storage and in what its worker keeps. */
export async function plainIn(page: Page): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const opened = indexedDB.open('counter-village')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const book = opened.result
    let text = JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    for (const name of Array.from(book.objectStoreNames)) {
      const asked = book.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => asked.addEventListener('success', resolve))
      text += JSON.stringify(asked.result, (_key, value) =>
        ArrayBuffer.isView(value) || value instanceof ArrayBuffer
          ? new TextDecoder().decode(value as ArrayBuffer)
          : value,
      )
    }
    book.close()
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const kept = await cache.match(request)
        text += decodeURIComponent(request.url) + (await kept?.text())
      }
    }
    return wanted.filter((each) => text.includes(each))
  }, CANARIES)
}

/** What of the resident stands in an address. */
export function plainAmong(urls: readonly string[]): string[] {
  if (urls.length === 0) throw new Error('void: nothing was asked')
  const asked = urls.filter((url) => url.startsWith('http'))
  const text = asked.map((url) => decodeURIComponent(url)).join(' ')
  return CANARIES.filter((each) => text.includes(each))
}
