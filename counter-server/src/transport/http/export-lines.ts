import type { ExportOutcome, ExportWords } from '@counter/shared/contract/village-export'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { RefusalCode } from '@counter/shared/vocabulary/refusal'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import type { Deps } from '../../usecases/deps.ts'
import { awaitPhotos, bringPhoto, isPhotoHere } from '../../usecases/village/bring-photo.ts'
import { type Carried, carriedAgent } from '../../usecases/village/carried-agent.ts'
import { missingCommands } from '../../usecases/village/missing-commands.ts'
import type { ExportFile } from '../../usecases/village/open-export.ts'
import { deviceTimeOf } from '../../usecases/village/phone-clock.ts'
import type { FileDoor } from '../../usecases/village/receive-file.ts'
import { type OpenedLine, openedLine } from './export-words.ts'
import { type TakingDeps, takeCommands } from './take-commands.ts'
import { commandIdOf, isTooLarge, toVillageCommand } from './village-bodies.ts'

type Words<Kind extends ExportWords['kind']> = Extract<ExportWords, { kind: Kind }>
type Outcome<Kind extends ExportOutcome['kind']> = Extract<ExportOutcome, { kind: Kind }>

/** What taking a line needs; a file that is only looked at changes nothing, so it has neither turns nor a door. */
export interface TakingLines {
  readonly deps: TakingDeps
  readonly door: FileDoor
}

/** Looks at one line, or takes it when there is something to take it with (V79). */
export async function readLine(
  deps: Deps,
  file: ExportFile,
  raw: string,
  taking: TakingLines | null,
): Promise<ExportOutcome> {
  const line = openedLine(deps, file, raw)
  if (line === null) return { kind: 'bad', ...toldOf(new Refusal('command.bad_signature')) }
  const { words } = line
  switch (words.kind) {
    case 'about':
      return { kind: 'about', madeAt: words.madeAt, appVersion: words.appVersion }
    case 'end':
      return { kind: 'end', lines: words.lines, digest: words.digest }
    case 'stubs':
      return { kind: 'stubs', lost: lostOf(deps, words) }
    case 'command':
      return readCommand(deps, file, words, taking)
    case 'photo':
      return readPhoto(deps, file, { ...line, words }, taking)
  }
}

// After a restore: what the phone was once told is stored, and is not (V56).
function lostOf(deps: Deps, { stubs }: Words<'stubs'>): Outcome<'stubs'>['lost'] {
  const missing = new Set(
    missingCommands(
      deps,
      stubs.map(({ id }) => id),
    ),
  )
  return stubs.filter(({ id }) => missing.has(id))
}

async function readCommand(
  deps: Deps,
  file: ExportFile,
  { author, header, payload }: Words<'command'>,
  taking: TakingLines | null,
): Promise<Outcome<'command'>> {
  const frozen = { header, payload }
  const command = isTooLarge(frozen) ? null : toVillageCommand(frozen)
  const named = { kind: 'command', id: commandIdOf(header), ...factsOf(command) } as const
  const nothing = { number: null, code: null, message: null } as const
  try {
    const carried = carriedAgent(deps, file, author)
    const { displayName } = carried.agent.staff
    const known = { ...named, author: displayName }
    if (taking === null) {
      const isHere = command !== null && missingCommands(deps, [command.header.id]).length === 0
      return { ...known, ...nothing, status: isHere ? 'duplicate' : 'new' }
    }
    const result = await taken(taking, file, frozen, carried)
    if (result.status === 'attention' && command?.header.pointId === file.village)
      await awaitPhotos(deps, command.header)
    return { ...known, ...result }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...named, ...nothing, author: null, status: 'attention', ...toldOf(error) }
  }
}

// By the use case of `POST /sync`: the author is who captured it, and the receipts are the same (V49, V79).
async function taken(
  { deps }: TakingLines,
  file: ExportFile,
  frozen: VillageCommand['frozen'],
  { agent, shut }: Carried,
): Promise<Pick<Outcome<'command'>, 'status' | 'code' | 'message' | 'number'>> {
  const deviceNow = deviceTimeOf(deps, file)
  const [result] = await takeCommands(deps, agent, [frozen], { deviceNow, device: file.phone.id, shut })
  if (result === undefined) throw new Error('a command was taken without a result')
  const { status, code, message, number } = result
  return { status, code, message, number }
}

function factsOf(command: VillageCommand | null): Pick<Outcome<'command'>, 'type' | 'capturedAt'> {
  return { type: command?.facts.type ?? null, capturedAt: command?.header.capturedAt ?? null }
}

async function readPhoto(
  deps: Deps,
  file: ExportFile,
  { words, bytes }: OpenedLine & { readonly words: Words<'photo'> },
  taking: TakingLines | null,
): Promise<Outcome<'photo'>> {
  const { author, sha256 } = words
  const nothing = { code: null, message: null } as const
  try {
    const { agent } = carriedAgent(deps, file, author)
    const place = { point: file.village, sha256 }
    if (taking === null)
      return { kind: 'photo', status: isPhotoHere(deps, place) ? 'known' : 'new', ...nothing }
    const isNews = await bringPhoto(taking.door, { ...place, origin: agent.origin }, sha256, bytes)
    return { kind: 'photo', status: isNews ? 'stored' : 'known', ...nothing }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'photo', status: 'refused', ...toldOf(error) }
  }
}

function toldOf({ code, params }: Refusal): { readonly code: RefusalCode; readonly message: string } {
  return { code, message: refusalSentence(code, params, 'zh-CN') }
}
