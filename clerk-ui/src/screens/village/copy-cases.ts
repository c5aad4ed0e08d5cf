import type { CaseRow } from '@counter/shared/contract/case-row'
import { CaseDetail } from '@counter/shared/contract/cases'
import { forgetCopies, keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { read } from '../../state/ask.ts'
import { isEnded } from '../../state/case-list.ts'
import { useSession } from '../../state/session.ts'
import { ERRANDS_TOPIC, PEOPLE_TOPIC, PLACE_TOPIC, WALK_TOPIC } from './copy-topics.ts'
import { readErrands } from './read-errands.ts'

const MOST_COPIES = 50
const BETWEEN_MS = 200
// By agent too: the next one at this phone has copies of their own (V35).
const copied = new Map<string, number>()

interface Wanted {
  readonly id: string
  /** Null for a case that has left the list and of which something is still to be told, brought or asked. */
  readonly version: number | null
}

/**
 * Keeps a copy of the open cases and of those with an open errand, and forgets every other one: a delivered case is asked about
 * without a network too (V27, V38). One after another and slowly, because what an agent does goes first.
 */
export async function copyCases(
  topic: string,
  rows: readonly Pick<CaseRow, 'id' | 'version'>[],
  isCurrent: () => boolean,
): Promise<void> {
  const agent = useSession.getState().session?.staffId
  const wanted = await wantedOf(rows)
  if (!isCurrent()) return
  await forgetCopies([
    topic,
    PEOPLE_TOPIC,
    ERRANDS_TOPIC,
    WALK_TOPIC,
    PLACE_TOPIC,
    ...wanted.map(({ id }) => `case:${id}`),
  ])
  for (const each of wanted) {
    const name = `${agent} ${each.id}`
    if (await isCopied(name, each)) continue
    const answer = await read(`/api/cases/${each.id}`, CaseDetail)
    if (!isCurrent() || !answer.ok) return
    await keepCopy(`case:${each.id}`, answer.value, Date.now())
    copied.set(name, answer.value.row.version)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}

async function wantedOf(rows: readonly Pick<CaseRow, 'id' | 'version'>[]): Promise<readonly Wanted[]> {
  const open = rows.slice(0, MOST_COPIES)
  const known = new Set<string>(rows.map(({ id }) => id))
  const told = (await readErrands())?.errands ?? []
  const ended = new Set<string>(told.map(({ caseId }) => caseId).filter((id) => !known.has(id)))
  return [...open, ...[...ended].slice(0, MOST_COPIES).map((id) => ({ id, version: null }))]
}

// A page that begins anew reads only what has changed since the last one (V55); what has ended changes no more.
async function isCopied(name: string, { id, version }: Wanted): Promise<boolean> {
  if (version !== null && copied.get(name) === version) return true
  const kept = CaseDetail.safeParse((await readCopy(`case:${id}`))?.state)
  if (!kept.success) return false
  const { row } = kept.data
  return version === null ? isEnded(row) : row.version === version
}
