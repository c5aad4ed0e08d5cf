// @vitest-environment happy-dom
import i18next from 'i18next'
import { beforeEach, expect, test } from 'vitest'
import { FACT_FORMS } from '../screens/village/fact-kinds.ts'
import { villageEn } from './village-en.ts'
import { startVillageWords, switchVillageLanguage } from './village-words.ts'
import { villageZhCn } from './village-zh-cn.ts'

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

test('[U13] what may be left empty says so in the only brackets of its label', () => {
  const forms = Object.values(FACT_FORMS)
  const labels = forms.flatMap(({ fields, proof }) => [...fields, ...(proof === null ? [] : [proof])])
  const optional = labels.filter(({ isOptional }) => isOptional === true).map(({ label }) => label)
  expect(optional.length).toBeGreaterThan(5)
  expect(optional.filter((label) => /[（(]/.test(villageZhCn[label] + villageEn[label]))).toEqual([])
})
