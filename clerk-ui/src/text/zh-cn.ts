import { frameZh } from './frame-zh.ts'

/** Every word of the staff screens; the keys of each part begin with its screen. */
export const zhCn = { ...frameZh } as const

export type TextKey = keyof typeof zhCn
