import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Why a file is not taken, at a window, at a village point and on a resident's phone (P42, V95). */
export const FILE_REFUSALS = {
  'file.type_not_allowed': {
    zh: '只收 JPEG、PNG 照片和 PDF',
    en: 'Only JPEG and PNG pictures and PDF files are taken',
  },
  'file.too_large': {
    zh: '文件太大[，最多 {n} MB]，请缩小后再传',
    en: 'The file is too large[; at most {n} MB]. Make it smaller',
  },
  'file.too_many_pixels': {
    zh: '照片像素太多[，最多 {n} 百万]，请缩小后再传',
    en: 'The picture has too many pixels[; at most {n} million]. Make it smaller',
  },
  'file.pdf_locked': {
    zh: 'PDF 有密码，请去掉密码再传',
    en: 'The PDF is locked with a password. Remove it and send again',
  },
  'file.pdf_active': {
    zh: 'PDF 里有程序，不能收，请另存或扫描后再传',
    en: 'The PDF holds a program and is not taken. Print it to PDF or scan it',
  },
  'file.too_many': {
    zh: '这个办件的附件已满[，最多 {n} 份]',
    en: 'The case has all the files it may have[; at most {n}]',
  },
  'file.day_full': {
    zh: '您今天传的文件已满[，最多 {n} MB]，请明天再传',
    en: 'You have sent all you may today[, at most {n} MB]. Go on tomorrow',
  },
  'file.hash_mismatch': {
    zh: '照片传输有误，请重传',
    en: 'The picture was damaged on the way. Send it again',
  },
  'file.wrong_offset': {
    zh: '照片传输接不上，会从断点继续',
    en: 'The transfer does not fit; it continues from where it stopped',
  },
  'file.not_found': { zh: '没有这个文件', en: 'There is no such file' },
  // Unknown, over, closed and another phone's answer alike (P41).
  'photo_link.not_found': {
    zh: '这个码用不了了，请窗口再出一个',
    en: 'This code is of no more use. Ask the window for another one',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
