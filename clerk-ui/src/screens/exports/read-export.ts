import { bytesOfBase64url } from '@counter/shared/client/base64url'
import type { Answer } from '@counter/shared/client/commands'
import { chained, NO_LINES } from '@counter/shared/client/export-digest'
import { type ExportOutcome, ExportPiece } from '@counter/shared/contract/village-export'
import { command, find } from '../../state/ask.ts'
import { linesOf, NotAnExport, type Piece, piecesOf } from './export-pieces.ts'

/** A file as it was looked at, or taken. */
export interface ReadExport {
  readonly device: ExportPiece['device']
  readonly outcomes: readonly ExportOutcome[]
  /** `whole` when the trailer vouches for every line that came before it (V79). */
  readonly end: 'whole' | 'truncated' | 'changed'
}

/** How far a file is read, from 0 to 1. */
type OnProgress = (share: number) => void
type AskPiece = (body: { readonly head: string; readonly lines: Piece }) => Promise<Answer<ExportPiece>>

/** A piece may hold a photo of 8 MiB, or commands that each wait for the disk. */
const PIECE_MS = 60_000

/** Looks a file through; nothing is changed by it. */
export function lookThroughExport(file: Blob, onProgress: OnProgress): Promise<Answer<ReadExport>> {
  return readAll(file, onProgress, (body) => find('/api/village-exports/look', body, ExportPiece))
}

/** Takes a file in. One that broke off is taken once more: what is in stays as it is (V79). */
export function takeExport(file: Blob, onProgress: OnProgress): Promise<Answer<ReadExport>> {
  const patience = { withinMs: PIECE_MS }
  return readAll(file, onProgress, (body) => command('/api/village-exports', body, ExportPiece, patience))
}

const UNREADABLE = { ok: false, code: 'export.not_readable', params: {}, fields: [] } as const

// What cannot be read on, such as a stick that was pulled out, is told like a file that is none.
function readAll(file: Blob, onProgress: OnProgress, askPiece: AskPiece): Promise<Answer<ReadExport>> {
  return readPieces(file, onProgress, askPiece).catch((error: unknown) => {
    if (error instanceof NotAnExport || error instanceof DOMException) return UNREADABLE
    throw error
  })
}

async function readPieces(
  file: Blob,
  onProgress: OnProgress,
  askPiece: AskPiece,
): Promise<Answer<ReadExport>> {
  const lines = linesOf(file)
  const head = String((await lines.next()).value ?? '')
  if (head === '' || head.length > MOST_HEAD) return UNREADABLE
  const outcomes: ExportOutcome[] = []
  let device: ExportPiece['device'] | null = null
  let digest = NO_LINES
  let read = head.length
  for await (const piece of piecesOf(lines)) {
    const answer = await askPiece({ head, lines: piece })
    if (!answer.ok) return answer
    device = answer.value.device
    outcomes.push(...answer.value.outcomes)
    digest = await digestOf(piece, answer.value.outcomes, digest)
    read += piece.reduce((sum, line) => sum + line.length, 0)
    onProgress(Math.min(read / file.size, 1))
  }
  return device === null ? UNREADABLE : { ok: true, value: { device, ...endOf(outcomes, digest) } }
}

// The trailer vouches for the lines before it and not for itself.
async function digestOf(piece: Piece, outcomes: readonly ExportOutcome[], before: string): Promise<string> {
  let digest = before
  for (const [nth, line] of piece.entries())
    if (outcomes[nth]?.kind !== 'end') digest = await chained(digest, await boxHash(line))
  return digest
}

const MOST_HEAD = 500

// The last line of a file that was cut is no line that somebody has changed.
function endOf(outcomes: readonly ExportOutcome[], digest: string): Pick<ReadExport, 'outcomes' | 'end'> {
  const last = outcomes[outcomes.length - 1]
  if (last?.kind === 'end') {
    const isWhole = last.lines === outcomes.length - 1 && last.digest === digest
    return { outcomes, end: isWhole ? 'whole' : 'changed' }
  }
  return { outcomes: last?.kind === 'bad' ? outcomes.slice(0, -1) : outcomes, end: 'truncated' }
}

async function boxHash(line: string): Promise<string> {
  try {
    const { box } = JSON.parse(line) as { box: string }
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOfBase64url(box)))
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return ''
  }
}
