import { pinyin } from 'pinyin-pro'

/** Initials are made once, when an item is written: of its name and of each name that people call it by, so that 低保 is found by `db` (K51, S19). */
export function initialsOf(name: string, aliases: readonly string[] = []): string {
  return [name, ...aliases].map(initials).join(' ')
}

function initials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
}
