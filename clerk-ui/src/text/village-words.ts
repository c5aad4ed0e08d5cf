import type { Language as DayLanguage } from '@counter/shared/vocabulary/date-words'
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { useDayLanguage } from './day-language.ts'
import { villageEn } from './village-en.ts'
import { type VillageKey, villageZhCn } from './village-zh-cn.ts'

export type VillageWords = (key: VillageKey, params?: Readonly<Record<string, string | number>>) => string

const CHOSEN = 'village.language'

/** Loads the village's words alone, so that the phone does not carry the desk's; in the language last chosen on it (U13). */
export async function startVillageWords(): Promise<void> {
  const language = chosenLanguage()
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: villageZhCn }, en: { translation: villageEn } },
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  nameThePage(language)
}

function chosenLanguage(): 'zh-CN' | 'en' {
  try {
    return localStorage.getItem(CHOSEN) === 'en' ? 'en' : 'zh-CN'
  } catch {
    // A browser that forbids it is told so in words, which must be there first (V85).
    return 'zh-CN'
  }
}

/** The words in the language of the screen. */
export function useVillageWords(): VillageWords {
  const { t } = useTranslation()
  return useCallback<VillageWords>((key, params) => t(key, params ?? {}), [t])
}

/** The language of the screen, as refusal sentences and as days ask for it. */
export function useVillageLanguage(): { readonly language: 'zh-CN' | 'en'; readonly days: DayLanguage } {
  const days = useDayLanguage()
  return { language: days === 'en' ? 'en' : 'zh-CN', days }
}

/** Several things in one sentence, in the language of the screen. */
export function listWords(things: readonly string[], days: DayLanguage): string {
  return things.join(days === 'en' ? ', ' : '、')
}

/** Switches between Chinese and English (U13); the phone remembers it. */
export async function switchVillageLanguage(): Promise<void> {
  const language = i18next.language === 'en' ? 'zh-CN' : 'en'
  await i18next.changeLanguage(language)
  nameThePage(language)
  try {
    localStorage.setItem(CHOSEN, language)
  } catch {
    // A full or forbidden store only costs the choice after a reload.
  }
}

function nameThePage(language: 'zh-CN' | 'en'): void {
  document.documentElement.lang = language
  document.title = i18next.t('village.title')
}
