import { useState } from 'react'
import { formOf, isFact } from './draft-form.ts'
import { savedDrafts, slotOf, useDrafts } from './draft-store.ts'
import { type FactDraft, type FactSubject, newFact, slotOfFact } from './fact-draft.ts'
import { factsOf, photosOfFact, titleOfFact } from './fact-facts.ts'
import type { FactKind } from './fact-kinds.ts'
import type { Point } from './point.tsx'
import { handSafely } from './village-outbox.ts'
import type { Refused } from './village-refusal.tsx'

/** The form of this kind for this case as it was left, or an empty one; null until the disk has said which (V27). */
export function useFact(
  kind: FactKind,
  subject: FactSubject,
): { readonly draft: FactDraft | null; change(step: (draft: FactDraft) => FactDraft): void } {
  const [blank] = useState(() => newFact(kind, subject))
  const slot = slotOfFact({ kind, caseId: subject.caseId })
  const kept = useDrafts(({ forms }) => forms[slot]?.draft)
  const isRead = useDrafts((state) => state.isRead)
  return {
    draft: isRead ? factOr(kept, blank) : null,
    change(step) {
      const { forms, put } = useDrafts.getState()
      put(step(factOr(forms[slot]?.draft, blank)))
    },
  }
}

function factOr(
  draft: ReturnType<typeof useDrafts.getState>['forms'][string]['draft'] | undefined,
  blank: FactDraft,
): FactDraft {
  return draft !== undefined && isFact(draft) ? draft : blank
}

/** Freezes what the form says; the draft goes with it, and only with it (V28). */
export async function sendFact(draft: FactDraft, point: Point): Promise<Refused | null> {
  // What is frozen carries everything, so a disk that has no room for the draft says so there (V40).
  await savedDrafts().catch(() => undefined)
  const { id, salt, caseId, replaces, base } = draft
  const refused = await handSafely({
    id,
    salt,
    caseId,
    pointId: point.code,
    facts: factsOf(draft),
    photos: photosOfFact(draft),
    title: titleOfFact(draft),
    ...(base === undefined ? {} : { baseRev: base }),
    form: { slot: slotOf(draft), content: formOf(draft).content, replaces },
  })
  if (refused === null) useDrafts.getState().close(slotOf(draft))
  return refused
}
