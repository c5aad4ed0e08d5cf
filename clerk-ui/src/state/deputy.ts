import type { CaseRow } from '@counter/shared/contract/case-row'
import { DeputyChange, DeputyState } from '@counter/shared/contract/deputy'
import { create } from 'zustand'
import type { TopicKind } from './live.ts'

/** Topic `deputy`; every change brings the whole state. */
export const deputyTopic: TopicKind<DeputyState, DeputyChange> = {
  state: DeputyState,
  change: DeputyChange,
  withChange: (_before, change) => change.state,
}

/** A case under one light: yellow that was seen is told again as red. */
export function warningKey({ id, light }: Pick<CaseRow, 'id' | 'light'>): string {
  return `${id} ${light}`
}

interface Seen {
  readonly keys: ReadonlySet<string>
  see(keys: readonly string[]): void
}

/** What the person has said 「知道了」 to; gone with the page, so that each morning begins with what is urgent. */
export const useSeenWarnings = create<Seen>((set) => ({
  keys: new Set(),
  see: (more) => set(({ keys }) => ({ keys: new Set([...keys, ...more]) })),
}))
