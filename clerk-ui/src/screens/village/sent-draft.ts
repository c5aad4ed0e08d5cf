import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { COMMITTEE, GUARDIAN } from '@counter/shared/vocabulary/agency'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { CARE_NOTICE_VERSION } from '@counter/shared/vocabulary/personal-data'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { NamedPhoto } from '../../outbox/command.ts'
import { AUTHORITY_ROLE } from '../../outbox/outbox-photos.ts'
import type { Photo } from '../../outbox/photo.ts'
import { careOf, type Draft, requiredOf } from './draft.ts'
import { documentOf } from './draft-document.ts'

/** The version of the collection notice that the page shows (V13). */
const NOTICE_VERSION = 1

/** The photos in the order in which they are sent: the authority, what is required, the rest (V70). */
export function photosOf({ item, photos, signature }: Draft): readonly NamedPhoto[] {
  const required = requiredOf(item)
  const authority = signature === null ? [] : [{ ...signature, role: AUTHORITY_ROLE }]
  const first = photos
    .filter(({ role }) => required.has(role))
    .map((photo) => ({ ...photo, isRequired: true }))
  return [...authority, ...first, ...photos.filter(({ role }) => !required.has(role))]
}

/** The content of `case.register`; only for a draft that lacks nothing. */
export function registerPayloadOf(draft: Draft, point: VillageCode, today: PlainDate): RegisterPayload {
  const { item, signature } = draft
  if (item === null || signature === null) throw new Error('the draft is not complete')
  return {
    item: item.code as ItemCode,
    applicant: {
      name: draft.name.trim(),
      ...documentOf(draft),
      phone: draft.hasNoPhone ? null : draft.phone,
      village: draft.isOwnVillage ? point : null,
      ...(draft.group.trim() === '' ? {} : { address: draft.group.trim() }),
    },
    authority: authorityOf(draft, signature),
    consent: {
      isGiven: draft.isConsentGiven,
      noticeVersion: NOTICE_VERSION,
      ...(careOf(draft, today) === null ? {} : { careVersion: CARE_NOTICE_VERSION }),
    },
    isRelative: draft.isRelative,
    materials: draft.materials.map(({ name, state, promisedOn }) => ({
      name,
      state,
      ...(state === 'deferred' ? { promisedOn: promisedOn as PlainDate } : {}),
    })),
    ...(draft.papers.length === 0 ? {} : { papers: draft.papers.map((each) => ({ ...each })) }),
    ...(draft.isUrgent ? { isUrgent: true } : {}),
    secrets: { ...draft.secrets },
  }
}

function authorityOf(draft: Draft, { sha256 }: Photo): RegisterPayload['authority'] {
  return {
    relation: relationOf(draft),
    powers: [...draft.powers],
    until: draft.until,
    signedAs: draft.signedAs,
    signature: sha256,
    ...(draft.signedAs === 'fingerprint' ? { witness: draft.witness.trim() } : {}),
    allowsDeputy: draft.allowsDeputy,
  }
}

function relationOf({ principal, guardian }: Draft): string {
  if (principal === 'guardian') return `${GUARDIAN}${guardian.trim()}`
  return principal === 'committee' ? COMMITTEE : '本人'
}
