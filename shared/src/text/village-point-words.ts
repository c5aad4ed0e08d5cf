import type { Sentence } from './sentence.ts'

/** What the page of the village points says; it comes with the page, so that no other screen pays for it (K54, V1). */
export const VILLAGE_POINT_WORDS = {
  title: { zh: '村级代办点', en: 'Village points' },
  opening: { zh: '正在打开…', en: 'Opening…' },
  failed: { zh: '打不开，请稍后再看', en: 'It does not open. Look again later' },
  point: { zh: '代办点', en: 'point' },
  phone: { zh: '电话', en: 'phone' },
  postA: { zh: 'A岗', en: 'Agent' },
  postB: { zh: 'B岗', en: 'Deputy' },
  away: { zh: '今天不在', en: 'away today' },
  nobody: {
    zh: '无人在岗，请到镇中心',
    en: 'Nobody is on duty. Please go to the township centre',
  },
  photo: { zh: '照片', en: 'photo' },
} as const satisfies Readonly<Record<string, Sentence>>
