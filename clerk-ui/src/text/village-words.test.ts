// @vitest-environment happy-dom
import i18next from 'i18next'
import { beforeEach, expect, test } from 'vitest'
import { startVillageWords, switchVillageLanguage } from './village-words.ts'

beforeEach(() => localStorage.clear())

test('[U13] a phone opens in the language last chosen on it, Chinese before anybody has chosen', async () => {
  const opened = async () => {
    await startVillageWords()
    return [i18next.language, document.documentElement.lang]
  }
  expect(await opened()).toEqual(['zh-CN', 'zh-CN'])
  await switchVillageLanguage()
  expect(await opened()).toEqual(['en', 'en'])
  await switchVillageLanguage()
  expect(await opened()).toEqual(['zh-CN', 'zh-CN'])
})
