import { ExportPiece, LookExportBody, TakeExportBody } from '@counter/shared/contract/village-export'
import { MOST_LINE_CHARS } from '@counter/shared/vocabulary/export-file'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { createTurns } from '../../usecases/files/turns.ts'
import { noteExport } from '../../usecases/village/note-export.ts'
import type { ExportFile } from '../../usecases/village/open-export.ts'
import type { FileDoor } from '../../usecases/village/receive-file.ts'
import { originOf } from './access.ts'
import { readLine, type TakingLines } from './export-lines.ts'
import { exportFileOf } from './export-words.ts'
import { refusals } from './refusals.ts'

/** One photo of the largest kind, or many commands. */
const BODY_LIMIT = MOST_LINE_CHARS + 65_536
const CARRIERS = { actors: ['clerk', 'supervisor'] as const }

/** 「导入代办点备份」: the file of a phone without a network, some lines at a time, at the desk (V79, V90, V93). */
export function exportRoutes(deps: Deps, door: FileDoor): FastifyPluginAsyncZod {
  const turns = createTurns()
  return async (app) => {
    app.post(
      '/village-exports/look',
      {
        bodyLimit: BODY_LIMIT,
        config: CARRIERS,
        schema: { body: LookExportBody, response: { 200: ExportPiece, ...refusals } },
      },
      async (request) => {
        const file = exportFileOf(deps, request.body.head)
        return pieceOf(deps, file, request.body.lines, null)
      },
    )

    app.post(
      '/village-exports',
      {
        bodyLimit: BODY_LIMIT,
        config: CARRIERS,
        schema: { body: TakeExportBody, response: { 200: ExportPiece, ...refusals } },
      },
      async (request) => {
        const { commandId, head, lines } = request.body
        const file = exportFileOf(deps, head)
        const onFault = (error: unknown) => request.log.error({ err: error }, 'fault of one command')
        const piece = await pieceOf(deps, file, lines, { deps: { ...deps, onFault, turns }, door })
        const commands = piece.outcomes.flatMap((outcome) =>
          outcome.kind === 'command' ? [{ id: outcome.id, status: outcome.status }] : [],
        )
        const origin = originOf(request, commandId)
        if (commands.length > 0) await noteExport(deps, file, { origin, commands })
        return piece
      },
    )
  }
}

// One line after another: what follows in a case comes after what it follows (V44).
async function pieceOf(
  deps: Deps,
  file: ExportFile,
  lines: readonly string[],
  taking: TakingLines | null,
): Promise<ExportPiece> {
  const outcomes: ExportPiece['outcomes'] = []
  for (const line of lines) outcomes.push(await readLine(deps, file, line, taking))
  const { phone, village, villageName } = file
  const standing = phone.lostAt !== null ? 'lost' : phone.revokedAt !== null ? 'revoked' : 'in_use'
  return { device: { name: phone.name, village, villageName, standing }, outcomes }
}
