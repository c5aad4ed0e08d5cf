// @vitest-environment happy-dom
import i18next from 'i18next'
import { beforeEach, expect, test } from 'vitest'
import { startVillageWords, switchVillageLanguage } from './village-words.ts'

beforeEach(() => localStorage.clear())

test('[U13] a phone opens in the language last chosen on it, Chinese before anybody has chosen, and its title with it', async () => {
  const opened = async () => {
    await startVillageWords()
    return [i18next.language, document.documentElement.lang, document.title]
  }
  expect(await opened()).toEqual(['zh-CN', 'zh-CN', '村代办点'])
  await switchVillageLanguage()
  expect(await opened()).toEqual(['en', 'en', 'Village point'])
  await switchVillageLanguage()
  expect(await opened()).toEqual(['zh-CN', 'zh-CN', '村代办点'])
})
