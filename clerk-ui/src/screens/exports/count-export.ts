import type { ExportOutcome } from '@counter/shared/contract/village-export'
import type { Instant } from '@counter/shared/vocabulary/time'

export type CommandOutcome = Extract<ExportOutcome, { kind: 'command' }>

/** What the desk is told of a file: how many of each, and from when to when they were captured. */
export interface ExportCounts {
  readonly madeAt: Instant | null
  readonly commands: readonly CommandOutcome[]
  /** Not in the record before. */
  readonly news: number
  readonly known: number
  /** What a person has to look at, with the reason. */
  readonly waiting: readonly CommandOutcome[]
  readonly photos: number
  readonly photosRefused: number
  readonly bad: number
  /** What the phone was once told is stored, and is not (V56). */
  readonly lost: readonly { readonly id: string; readonly number: string | null }[]
  readonly from: Instant | null
  readonly until: Instant | null
}

export function countExport(outcomes: readonly ExportOutcome[]): ExportCounts {
  const commands = of(outcomes, 'command')
  const photos = of(outcomes, 'photo')
  const times = commands.flatMap(({ capturedAt }) => capturedAt ?? []).sort()
  const known = commands.filter(({ status }) => status === 'duplicate').length
  const waiting = commands.filter(({ status }) => ['attention', 'held', 'retry'].includes(status))
  return {
    madeAt: of(outcomes, 'about')[0]?.madeAt ?? null,
    commands,
    news: commands.length - known - waiting.length,
    known,
    waiting,
    photos: photos.length,
    photosRefused: photos.filter(({ status }) => status === 'refused').length,
    bad: of(outcomes, 'bad').length,
    lost: of(outcomes, 'stubs').flatMap(({ lost }) => lost),
    from: times[0] ?? null,
    until: times[times.length - 1] ?? null,
  }
}

function of<Kind extends ExportOutcome['kind']>(
  outcomes: readonly ExportOutcome[],
  kind: Kind,
): Extract<ExportOutcome, { kind: Kind }>[] {
  return outcomes.filter((each): each is Extract<ExportOutcome, { kind: Kind }> => each.kind === kind)
}
