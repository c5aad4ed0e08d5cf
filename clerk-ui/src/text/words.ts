import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from './en.ts'
import { type TextKey, zhCn } from './zh-cn.ts'

export type Language = 'zh-CN' | 'en'
export type Words = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

/** Loads both catalogues; Chinese until somebody asks for English (U13). */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: zhCn }, en: { translation: en } },
    lng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
}

/** The words in the language of the screen. */
export function useWords(): Words {
  const { t } = useTranslation()
  return useCallback<Words>((key, params) => t(key, params ?? {}), [t])
}

/** The language of the screen, as refusal sentences need it. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** Switches all interface text; numbers and prefixes stay Chinese (U13). */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
