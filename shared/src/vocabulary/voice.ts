/** A recorded clip of the hall's voice; the sentences of the queue are made of these alone (Q51, Q55). */
export const CLIP_KEYS = [
  'chime',
  'please',
  'call-again',
  'please-go-to',
  'number',
  'go-to',
  'serve',
  'digit-0',
  'digit-1',
  'digit-2',
  'digit-3',
  'digit-4',
  'digit-5',
  'digit-6',
  'digit-7',
  'digit-8',
  'digit-9',
  'prefix-general',
  'prefix-social',
  'prefix-agri',
  'prefix-pickup',
  'prefix-priority',
  'prefix-appointment',
  'prefix-emergency',
  'window-1',
  'window-2',
  'window-3',
  'window-4',
  'window-5',
  'window-6',
  'window-7',
  'window-8',
] as const
export type ClipKey = (typeof CLIP_KEYS)[number]

/** What a clip says, and how, in numbered pinyin for a synthesiser. */
export interface Clip {
  readonly words: string
  readonly pinyin: string
}

export const CLIPS = {
  chime: { words: '叮咚', pinyin: '' },
  please: { words: '请', pinyin: 'qing3' },
  'call-again': { words: '再次呼叫', pinyin: 'zai4 ci4 hu1 jiao4' },
  'please-go-to': { words: '请到', pinyin: 'qing3 dao4' },
  number: { words: '号', pinyin: 'hao4' },
  'go-to': { words: '到', pinyin: 'dao4' },
  serve: { words: '办理', pinyin: 'ban4 li3' },
  'digit-0': { words: '零', pinyin: 'ling2' },
  'digit-1': { words: '一', pinyin: 'yi1' },
  'digit-2': { words: '二', pinyin: 'er4' },
  'digit-3': { words: '三', pinyin: 'san1' },
  'digit-4': { words: '四', pinyin: 'si4' },
  'digit-5': { words: '五', pinyin: 'wu3' },
  'digit-6': { words: '六', pinyin: 'liu4' },
  'digit-7': { words: '七', pinyin: 'qi1' },
  'digit-8': { words: '八', pinyin: 'ba1' },
  'digit-9': { words: '九', pinyin: 'jiu3' },
  'prefix-general': { words: '综合', pinyin: 'zong1 he2' },
  'prefix-social': { words: '社保', pinyin: 'she4 bao3' },
  'prefix-agri': { words: '涉农', pinyin: 'she4 nong2' },
  'prefix-pickup': { words: '取件', pinyin: 'qu3 jian4' },
  'prefix-priority': { words: '优先', pinyin: 'you1 xian1' },
  'prefix-appointment': { words: '预约', pinyin: 'yu4 yue1' },
  'prefix-emergency': { words: '应急', pinyin: 'ying4 ji2' },
  'window-1': { words: '一号窗口', pinyin: 'yi1 hao4 chuang1 kou3' },
  'window-2': { words: '二号窗口', pinyin: 'er4 hao4 chuang1 kou3' },
  'window-3': { words: '三号窗口', pinyin: 'san1 hao4 chuang1 kou3' },
  'window-4': { words: '四号窗口', pinyin: 'si4 hao4 chuang1 kou3' },
  'window-5': { words: '五号窗口', pinyin: 'wu3 hao4 chuang1 kou3' },
  'window-6': { words: '六号窗口', pinyin: 'liu4 hao4 chuang1 kou3' },
  'window-7': { words: '七号窗口', pinyin: 'qi1 hao4 chuang1 kou3' },
  'window-8': { words: '八号窗口', pinyin: 'ba1 hao4 chuang1 kou3' },
} as const satisfies Record<ClipKey, Clip>

/** The clip that says a printed prefix. */
export const PREFIX_CLIPS: Readonly<Partial<Record<string, ClipKey>>> = {
  综: 'prefix-general',
  社: 'prefix-social',
  农: 'prefix-agri',
  取: 'prefix-pickup',
  优先: 'prefix-priority',
  预约: 'prefix-appointment',
  应急: 'prefix-emergency',
}

const KNOWN_CLIPS: ReadonlySet<string> = new Set(CLIP_KEYS)

/** True when a clip of this name exists; a hall with nine windows has no clip for the ninth. */
export function isClipKey(key: string): key is ClipKey {
  return KNOWN_CLIPS.has(key)
}
