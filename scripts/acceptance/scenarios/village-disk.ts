/** The village's book on a phone, as the scenarios make and read it from outside. */
import { deepEqual } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Stage } from '../stage.ts'

const MOST_LOOKS = 600
const OLD_COMMAND = '0190aaaa-0000-7000-8000-000000000001'

/** What lay on a phone before its forms and copies had names of their own: a half-written form and a command of somebody (V58). */
export async function bookOfTheFirstVersion(page: Page, stage: Stage): Promise<void> {
  await page.goto(`${stage.url}/sw-village.js`)
  await page.evaluate(async () => {
    const opened = indexedDB.open('counter-village', 1)
    opened.addEventListener('upgradeneeded', () => {
      const book = opened.result
      for (const name of ['meta', 'ids', 'keys']) book.createObjectStore(name)
      const keyed = { leases: 'number', vault: 'staffId', agents: 'staffId', commands: 'id', blobs: 'name' }
      const old = { ...keyed, drafts: 'author', receipts: 'id', cache: 'topic' }
      for (const [name, keyPath] of Object.entries(old)) book.createObjectStore(name, { keyPath })
    })
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const stores = ['drafts', 'cache', 'commands', 'blobs']
    const tx = opened.result.transaction(stores, 'readwrite')
    const sealed = { iv: new Uint8Array(12), data: new ArrayBuffer(16) }
    const file = { sha256: 'a'.repeat(64), size: 3, mime: 'image/jpeg', role: 'authority' }
    const id = '0190aaaa-0000-7000-8000-000000000001'
    const capturedAt = '2026-06-01T00:00:00.000Z'
    const place = { seq: 1, after: null, caseId: id, pointId: '03', itemVersion: 1 }
    const header = {
      v: 1,
      id,
      ...place,
      type: 'case.register',
      capturedAt,
      files: [file],
      payloadHash: file.sha256,
    }
    const waiting = { state: 'queued', attempts: 0, notBefore: 0, since: 0, answer: null, photos: [file] }
    const content = { envelope: sealed, view: sealed, form: null }
    tx.objectStore('commands').put({ id, header, author: 'somebody', ...waiting, ...content })
    tx.objectStore('blobs').put({ name: `queue/${file.sha256}`, content: sealed })
    tx.objectStore('drafts').put({ author: 'somebody', form: {}, savedAt: 0 })
    tx.objectStore('cache').put({ topic: 'village:03', state: {}, keptAt: 0 })
    await new Promise((resolve) => tx.addEventListener('complete', resolve))
    opened.result.close()
  })
}

/** The newer book has the command of before with its photo; then it goes, for it has no author here. */
export async function keptCommand(page: Page): Promise<void> {
  const kept = await Promise.all(['commands', 'blobs'].map((store) => keysIn(page, store)))
  deepEqual(kept, [[OLD_COMMAND], [`queue/${'a'.repeat(64)}`]])
  await page.evaluate(async () => {
    const opened = indexedDB.open('counter-village')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const stores = ['commands', 'blobs']
    const tx = opened.result.transaction(stores, 'readwrite')
    for (const name of stores) tx.objectStore(name).clear()
    await new Promise((resolve) => tx.addEventListener('complete', resolve))
    opened.result.close()
  })
}

/** Waits until the forms that lie on the disk are these, by the names they lie under. */
export async function hasDrafts(page: Page, wanted: readonly (string | RegExp)[]): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const names = await keysIn(page, 'drafts')
    const isThere = wanted.every((each) =>
      names.some((name) => name === each || (each instanceof RegExp && each.test(name))),
    )
    if (isThere && names.length === wanted.length) return
    await page.waitForTimeout(100)
  }
  throw new Error(`the forms on the disk are ${await keysIn(page, 'drafts')}`)
}

function keysIn(page: Page, store: string): Promise<string[]> {
  return page.evaluate(async (name) => {
    const opened = indexedDB.open('counter-village')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const asked = opened.result.transaction(name).objectStore(name).getAllKeys()
    await new Promise((resolve) => asked.addEventListener('success', resolve))
    opened.result.close()
    return asked.result.map(String)
  }, store)
}
