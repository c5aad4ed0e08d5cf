import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import type { NamedPhoto } from '../../outbox/command.ts'
import { type CommandMark, newCommandMark } from '../../outbox/command-mark.ts'
import type { Photo } from '../../outbox/photo.ts'
import { type FactKind, isOfNoCase } from './fact-kinds.ts'
import { type WithUnread, withoutUnread } from './unread-photos.ts'

/** What is said of a case that stands, as it is being typed. Its id and its salt are made when the form opens and stay (U14, V29). */
export interface FactDraft extends CommandMark, WithUnread {
  readonly kind: FactKind
  readonly caseId: CaseId
  /** What lists call it: item and masked person. */
  readonly title: string
  /** What was typed or chosen, by the name of the field. */
  readonly typed: Readonly<Record<string, string>>
  /** Each photo of a paper under the paper's name. */
  readonly photos: readonly NamedPhoto[]
  /** The signature on glass, or the photo of the signed paper. */
  readonly signature: Photo | null
  /** The refused command that this form is sent anew for (V36). */
  readonly replaces: CommandId | null
  /** Of an edit: the case as it was seen when the form was opened (V73). */
  readonly base?: number
}

/** Which case is spoken of, and how lists call it. */
export interface FactSubject {
  readonly caseId: CaseId
  readonly title: string
  /** The revision of the case that is shown. */
  readonly version?: number
}

/** An empty form. */
export function newFact(kind: FactKind, { caseId, title, version }: FactSubject): FactDraft {
  const base = kind === 'case.edit' && version !== undefined ? { base: version } : {}
  const empty = { typed: {}, photos: [], signature: null, replaces: null }
  return { kind, ...newCommandMark(), caseId, title, ...empty, ...base }
}

/** An agent may have one form of each kind for each case, and one of what is about no case. */
export function slotOfFact({ kind, caseId }: Pick<FactDraft, 'kind' | 'caseId'>): string {
  return isOfNoCase(kind) ? kind : `${kind}:${caseId}`
}

/** True when nothing was typed or taken yet. */
export function isBlank({ typed, photos, signature, replaces, unread = [] }: FactDraft): boolean {
  const isTyped = Object.values(typed).some((each) => each.trim() !== '')
  return !isTyped && photos.length + unread.length === 0 && signature === null && replaces === null
}

/** One field is typed in. */
export function withTyped(draft: FactDraft, name: string, value: string): FactDraft {
  return { ...draft, typed: { ...draft.typed, [name]: value } }
}

/** One more photo of a paper; the same picture twice is one. */
export function withPaper(draft: FactDraft, photo: NamedPhoto): FactDraft {
  const others = draft.photos.filter(({ sha256, role }) => sha256 !== photo.sha256 || role !== photo.role)
  return withoutUnread({ ...draft, photos: [...others, photo] }, photo.role)
}

/** The last photo of a paper is taken back. */
export function withoutPaper(draft: FactDraft, role: string): FactDraft {
  const place = draft.photos.map((photo) => photo.role).lastIndexOf(role)
  return { ...draft, photos: draft.photos.filter((_, index) => index !== place) }
}
