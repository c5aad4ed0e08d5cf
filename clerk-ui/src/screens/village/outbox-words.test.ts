// @vitest-environment happy-dom
import type { SyncResult, VillageHeader } from '@counter/shared/contract/village'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { newItem, type OutboxItem } from '../../outbox/outbox.ts'
import { startVillageWords, type VillageWords } from '../../text/village-words.ts'
import { againWords, placeOf, sizeWords, stateWords } from './outbox-words.ts'

const words: VillageWords = (key, params) => i18next.t(key, params ?? {})
/** 10:41 in China. */
const RECEIVED = Date.parse('2026-06-12T02:41:00.000Z')
const photo = { sha256: 'a'.repeat(64), size: 240_000, mime: 'image/jpeg', role: '居民身份证' }
const header = { id: 'a', caseId: 'c', files: [photo, photo] } as unknown as VillageHeader
const fresh = newItem({ header, author: 's1' as StaffId, title: '', slip: null }, RECEIVED)
const held = { status: 'held' } as SyncResult

function said(change: Partial<OutboxItem>): string {
  const item = { ...fresh, ...change }
  const others = [{ ...fresh, state: 'sending' } as const, item]
  const told = stateWords(words, item, { place: placeOf(others, item), days: 'zh' })
  return `${told}${againWords(words, item, RECEIVED)}`
}

beforeAll(startVillageWords)

describe('the words of the outbox', () => {
  test.each([
    [{ state: 'queued' }, '待发：等网络'],
    [{ state: 'retry', attempts: 3, notBefore: RECEIVED + 600_000 }, '没发出去，10 分钟后再试（第 3 次）'],
    [{ state: 'sending' }, '发送中 2/2'],
    [{ state: 'held' }, '镇中心已收到，照片待传 2 张'],
    [{ state: 'held', answer: held }, '等前一条，还在手机上'],
    [{ state: 'done' }, '已收到 10:41 ✓'],
    [{ state: 'merged' }, '已收到，有改动请看一眼'],
  ] as const)('[V36] of %o are 「%s」', (change, sentence) => {
    expect(said(change)).toBe(sentence)
  })

  test.each([
    [{ textBytes: 1_900 }, '文字 2 KB + 照片 2 张 480 KB'],
    [{ textBytes: 20, header: { ...header, files: [] as VillageHeader['files'] } }, '文字 1 KB'],
    [{}, '照片 2 张 480 KB'],
  ] as const)('[V36] say how much is on its way: %o is 「%s」', (change, size) => {
    expect(sizeWords(words, { ...fresh, ...change })).toBe(size)
  })
})
