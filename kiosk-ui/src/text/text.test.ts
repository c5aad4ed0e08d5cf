import i18next from 'i18next'
import { beforeEach, expect, test, vi } from 'vitest'
import { startText, switchLanguage } from './text.ts'

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  return () => vi.unstubAllGlobals()
})

const chinese = { hello: '您好' }

test('[K54] English words come when somebody asks for them; those that do not come leave the Chinese ones', async () => {
  let isThere = false
  const english = async () => {
    if (!isThere) throw new TypeError('Failed to fetch')
    return { hello: 'Hello' }
  }
  await startText({ 'zh-CN': chinese, en: english }, () => '')
  await switchLanguage('en')
  expect([i18next.t('hello'), document.documentElement.lang]).toEqual(['您好', 'zh-CN'])
  isThere = true
  await switchLanguage('en')
  expect([i18next.t('hello'), document.documentElement.lang]).toEqual(['Hello', 'en'])
  await switchLanguage('zh-CN')
  expect(i18next.t('hello')).toBe('您好')
})

test('[K54] whoever goes back to Chinese before the English words are here stays with it', async () => {
  let come: (words: Record<string, string>) => void = () => undefined
  const english = () => new Promise<Record<string, string>>((resolve) => (come = resolve))
  await startText({ 'zh-CN': chinese, en: english }, () => '')
  i18next.removeResourceBundle('en', 'translation')
  const asked = switchLanguage('en')
  await switchLanguage('zh-CN')
  come({ hello: 'Hello' })
  await asked
  expect(i18next.t('hello')).toBe('您好')
})
