import { pinyin } from 'pinyin-pro'

/** Initials are made once, when an item is written: 低保 is found by `db` (K51). */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
}
