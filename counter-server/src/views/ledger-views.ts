import type { LedgerImport, LedgerPreview } from '@counter/shared/contract/ledger'
import { LIGHTS, type Light } from '@counter/shared/vocabulary/case'
import type { PreparedLedger } from '../usecases/ledger/prepare-ledger.ts'
import type { ImportFacts } from '../usecases/ledger/read-imports.ts'

/** As many of each are sent as a person can work through; the counts are of all. */
const SHOWN_FINDINGS = 1_000
const SHOWN_LINES = 200

export function toLedgerPreview({ preview, rows, problems, warnings, lines }: PreparedLedger): LedgerPreview {
  const count = (light: Light) => lines.filter((line) => line.light === light).length
  return {
    preview,
    rows,
    problemCount: problems.length,
    warningCount: warnings.length,
    lights: Object.fromEntries(LIGHTS.map((light) => [light, count(light)])) as Record<Light, number>,
    problems: problems
      .slice(0, SHOWN_FINDINGS)
      .map(({ line, column, code, words }) => ({ line, column, code, words })),
    warnings: warnings
      .slice(0, SHOWN_FINDINGS)
      .map(({ line, column, code, words }) => ({ line, column, code, words })),
    lines: lines.slice(0, SHOWN_LINES).map((line) => ({
      line: line.line,
      oldNumber: line.oldNumber,
      itemName: line.itemName,
      applicant: line.nameMasked,
      unitName: line.unitName,
      receivedOn: line.receivedOn,
      acceptedOn: line.acceptedOn,
      promisedOn: line.promisedOn,
      status: line.status,
      dueOn: line.dueOn,
      light: line.light,
    })),
  }
}

export function toLedgerImport({ row, enteredBy, settledBy }: ImportFacts): LedgerImport {
  return {
    id: row.id,
    state: row.state,
    isComing: row.state === 'entered' && row.takenBy !== null,
    fileName: row.fileName,
    rows: row.rows,
    firstNumber: row.firstNumber,
    lastNumber: row.lastNumber,
    enteredBy,
    enteredAt: row.enteredAt,
    settledBy,
    settledAt: row.settledAt,
  }
}
