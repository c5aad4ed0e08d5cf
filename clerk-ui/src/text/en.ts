import { frameEn } from './frame-en.ts'
import type { TextKey } from './zh-cn.ts'

/** The same keys in English; a missing one does not compile (U13). */
export const en: Record<TextKey, string> = { ...frameEn }
