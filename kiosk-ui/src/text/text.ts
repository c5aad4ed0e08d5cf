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

/** Loads a page's words in both languages; Chinese until somebody asks for English (U13). */
export async function startText(
  catalogue: Readonly<Record<Language, Readonly<Record<string, string>>>>,
  refusalWords: RefusalWords,
): Promise<void> {
  sayRefusal = refusalWords
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: catalogue['zh-CN'] }, en: { translation: catalogue.en } },
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

/** Switches all interface text; numbers and prefixes stay Chinese (U13). */
export async function switchLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}
