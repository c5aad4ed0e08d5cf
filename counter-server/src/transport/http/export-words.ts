import { jsonOf } from '@counter/shared/contract/public/json-text'
import { ExportHead, ExportLine, ExportWords } from '@counter/shared/contract/village-export'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { type ExportFile, findExportFile, openExportLine } from '../../usecases/village/open-export.ts'

/** A line that the phone signed and that opened: its words, and the bytes of a photo behind them. */
export interface OpenedLine {
  readonly words: ExportWords
  readonly bytes: Buffer
}

/** The file that a first line speaks of. Refuses `export.not_readable` for what is none of ours (V95). */
export function exportFileOf(deps: Pick<Deps, 'store'>, head: string): ExportFile {
  const parsed = ExportHead.safeParse(jsonOf(head))
  if (!parsed.success) throw new Refusal('export.not_readable')
  return findExportFile(deps, parsed.data)
}

/** What a line says; null for one that was changed, damaged, cut, or taken from another file (V79). */
export function openedLine(deps: Pick<Deps, 'store'>, file: ExportFile, raw: string): OpenedLine | null {
  const line = ExportLine.safeParse(jsonOf(raw))
  if (!line.success) return null
  const content = openExportLine(deps, file, line.data)
  if (content === null) return null
  const end = content.indexOf('\n')
  const words = ExportWords.safeParse(jsonOf(content.subarray(0, Math.max(end, 0)).toString('utf8')))
  return words.success ? { words: words.data, bytes: content.subarray(end + 1) } : null
}
