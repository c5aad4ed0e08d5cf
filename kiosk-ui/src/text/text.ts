import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { TextKey } from './zh-cn.ts'

export type Language = 'zh-CN' | 'en'
export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

/** Why something was refused, as a sentence. */
export type RefusalWords = (code: string, params: RefusalParams, language: Language) => string

let sayRefusal: RefusalWords = (code) => code

type Words = Readonly<Record<string, string>>

/** The words of a page; English may come when somebody asks for it (K54). */
export interface Catalogue {
  readonly 'zh-CN': Words
  readonly en: Words | (() => Promise<Words>)
}

let english: () => Promise<Words> = async () => ({})

/** Loads a page's words; Chinese until somebody asks for English (U13). */
export async function startText(catalogue: Catalogue, refusalWords: RefusalWords): Promise<void> {
  sayRefusal = refusalWords
  const { en } = catalogue
  english = async () => (typeof en === 'function' ? en() : en)
  await i18next.use(initReactI18next).init({
    resources: {
      'zh-CN': { translation: catalogue['zh-CN'] },
      ...(typeof en === 'function' ? {} : { en: { translation: en } }),
    },
    lng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  })
}

/** The words in the language of the page. */
export function useText(): Say {
  const { t } = useTranslation()
  return useCallback<Say>((key, params) => t(key, params ?? {}), [t])
}

/** The language of the page. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** Why something was refused, as a sentence. */
export function useRefusal(): (code: string, params: RefusalParams) => string {
  const language = useLanguage()
  return useCallback((code, params) => sayRefusal(code, params, language), [language])
}

let wanted: Language = 'zh-CN'

/** Switches all interface text; numbers and prefixes stay Chinese (U13). Words that do not come leave it as it is. */
export async function switchLanguage(language: Language): Promise<void> {
  wanted = language
  if (!(await hasWords(language)) || wanted !== language) return
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

async function hasWords(language: Language): Promise<boolean> {
  if (i18next.hasResourceBundle(language, 'translation')) return true
  const words = await english().catch(() => null)
  if (words !== null) i18next.addResourceBundle('en', 'translation', words)
  return words !== null
}
