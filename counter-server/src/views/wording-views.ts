import type { WordingDraft, WordingList, WordingView } from '@counter/shared/contract/wordings'
import type { PaperSentence, PaperWording } from '@counter/shared/vocabulary/paper-wording'
import type { WordingFacts, WordingLine } from '../usecases/wording/read-wordings.ts'
import type { WordingDraftFacts } from '../usecases/wording/wording-drafting.ts'

export function toWordingList(lines: readonly WordingLine[]): WordingList {
  return { items: lines.map(({ kind, version, draft }) => ({ kind, version, draft })), next: null }
}

export function toWordingView({ kind, versions, drafts }: WordingFacts): WordingView {
  return {
    kind,
    versions: versions.map(({ version, publishedBy, publishedAt, content }) => ({
      version,
      publishedBy,
      publishedAt,
      wording: toWording(content),
    })),
    drafts: drafts.map(toWordingDraft),
  }
}

export function toWordingDraft({ row, ...facts }: WordingDraftFacts): WordingDraft {
  return {
    id: row.id,
    kind: row.code,
    baseVersion: row.baseVersion ?? 0,
    state: row.state,
    rev: row.rev,
    wording: toWording(row.content),
    authors: [...facts.authors],
    savedAt: row.savedAt,
    submittedBy: facts.submittedBy,
    settledBy: facts.settledBy,
    note: row.note,
    problems: facts.problems.map(({ code, part, params }) => ({ code, part, params: { ...params } })),
    changed: [...facts.changed],
  }
}

export function toWording({ title, opening, closing, sentences }: PaperWording): WordingDraft['wording'] {
  const said = (Object.keys(sentences) as PaperSentence[]).map((sentence) => {
    const { zh, en } = sentences[sentence] ?? { zh: '', en: '' }
    return [sentence, { zh, en }] as const
  })
  return {
    title: { zh: title.zh, en: title.en },
    opening: { zh: opening.zh, en: opening.en },
    closing: { zh: closing.zh, en: closing.en },
    sentences: Object.fromEntries(said),
  }
}
