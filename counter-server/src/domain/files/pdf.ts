import { Refusal } from '../refusal.ts'
import { signsOf } from './bytes.ts'

/** Opens one packed stream, at most `room` bytes long; null when it cannot be opened. */
export type Unpack = (packed: Uint8Array, room: number) => Uint8Array | null

/** What runs, calls or hides something: the word is the name in the file, decoded (P42). */
const ACTIVE: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'Rendition',
])
/** The names that this look depends on: nobody but a hider writes them with escapes. */
const PLAIN_ONLY: ReadonlySet<string> = new Set(['ObjStm', 'FlateDecode', 'Encrypt', 'Filter'])

const NAME = /\/([^\s/<>[\](){}%]{1,127})/g
const TAIL = 1024
const OBJECT_HEAD = 2048
/** All object streams of a file together, opened. */
const MOST_UNPACKED = 16 * 1024 * 1024

/** Whether the bytes are a PDF from their first sign to their end mark. */
export function isPdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.\d/.test(signsOf(bytes.subarray(0, 16)))) return false
  return /startxref\s+\d+\s+%%EOF\s*$/.test(signsOf(bytes.subarray(-TAIL)))
}

/**
 * Refuses a PDF that is locked (`file.pdf_locked`) or that can run, call or carry something (`file.pdf_active`). The
 * names of the whole file are read, those in packed object streams too; what cannot be opened is not taken (P42).
 */
export function checkPdf(bytes: Uint8Array, unpack: Unpack): void {
  const signs = spacedSignsOf(bytes)
  checkNames(signs)
  let room = MOST_UNPACKED
  for (const { index } of signs.matchAll(/\/ObjStm(?![^\s/<>[\](){}%])/g)) {
    const unpacked = unpackedAt(bytes, signs, { index, room, unpack })
    room -= unpacked.length
    checkNames(spacedSignsOf(unpacked))
  }
}

// To a PDF a zero byte is a space, which ends a name.
function spacedSignsOf(bytes: Uint8Array): string {
  return signsOf(bytes).replaceAll('\u0000', ' ')
}

function checkNames(signs: string): void {
  for (const [, written = ''] of signs.matchAll(NAME)) {
    const name = written.includes('#') ? decoded(written) : written
    if (name === 'Encrypt') throw new Refusal('file.pdf_locked')
    if (ACTIVE.has(name) || (name !== written && PLAIN_ONLY.has(name))) throw new Refusal('file.pdf_active')
  }
}

function decoded(written: string): string {
  return written.replaceAll(/#([0-9a-fA-F]{2})/g, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

interface Packed {
  readonly index: number
  readonly room: number
  readonly unpack: Unpack
}

// Objects packed in another way than the usual one cannot be looked into.
function unpackedAt(bytes: Uint8Array, signs: string, { index, room, unpack }: Packed): Uint8Array {
  const start = signs.lastIndexOf('obj', index)
  const stream = /stream\r?\n/g
  stream.lastIndex = index
  const head = stream.exec(signs)
  if (start < 0 || head === null || head.index - start > OBJECT_HEAD) throw new Refusal('file.pdf_active')
  const facts = signs.slice(start, head.index)
  const body = stream.lastIndex
  const end = signs.indexOf('endstream', body)
  if (end < 0 || /\/Predictor/.test(facts)) throw new Refusal('file.pdf_active')
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+|\S+)/.exec(facts)?.[1] ?? null
  if (filter === null) return bytes.subarray(body, end)
  if (!/^(\[\s*)?\/FlateDecode(\s*\])?$/.test(filter)) throw new Refusal('file.pdf_active')
  const unpacked = room <= 0 ? null : unpack(bytes.subarray(body, end), room)
  if (unpacked === null) throw new Refusal('file.pdf_active')
  return unpacked
}
