import { en } from './en.ts'
import { zhCn } from './zh-cn.ts'

/** The whole catalogue, for kiosk and wall. */
export const hallCatalogue = { 'zh-CN': zhCn, en } as const
