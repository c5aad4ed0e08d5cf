import type { PauseReason } from '@counter/shared/vocabulary/case'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { limitWords } from '@counter/shared/vocabulary/item-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ItemContent, ItemDraft, ItemStep } from './item-content.ts'

/** An item of which nothing is said yet. */
export const EMPTY_CONTENT: ItemContent = {
  aliases: [],
  summary: '',
  category: '',
  basicCode: '',
  implementationCode: '',
  businessCode: '',
  powerTypeCode: '20',
  level: '5',
  serves: ['1'],
  conditions: [],
  place: '',
  hours: '',
  consultPhone: '',
  supervisionPhone: '',
  onlineAddress: '',
  visits: 1,
  booking: true,
  courier: true,
  keepOriginal: false,
  committedLimit: { value: 0, unit: 'workday', text: '', reason: '' },
  statutoryLimit: null,
  withoutStatutory: false,
  extension: null,
  pauseReasons: [],
  publicNotice: null,
  townshipRole: 'decide',
  twoPersonCheck: false,
  jointUnits: [],
  pledge: null,
  quantityLimit: '',
  steps: [],
  materials: [],
  withoutMaterials: false,
  legalBasis: [],
  fee: { amountFen: 0, basis: '', text: '' },
  resultName: '',
  resultSample: null,
  delivery: [],
  deliveryWorkdays: null,
  faq: [],
  seasonal: false,
  handlingNote: '',
  verify: true,
}

/** The draft of an item that the catalogue does not have yet; its statutory limit is to be confirmed (C107). */
export function emptyDraft(unit: UnitCode, effectiveFrom: PlainDate): ItemDraft {
  return {
    name: '',
    unit,
    effectiveFrom,
    caseType: 'deadline',
    villageAgency: false,
    inPersonRequired: false,
    committeeMayAsk: false,
    relativeFiling: false,
    confidentiality: 'normal',
    content: EMPTY_CONTENT,
  }
}

/** A version as a draft of the next one: words that only repeat the number are left to be made anew from it. */
export function draftFrom(version: ItemDraft, effectiveFrom: PlainDate): ItemDraft {
  const { content, caseType } = version
  const { committedLimit, statutoryLimit } = content
  return {
    name: version.name,
    unit: version.unit,
    effectiveFrom,
    caseType,
    villageAgency: version.villageAgency,
    inPersonRequired: version.inPersonRequired,
    committeeMayAsk: version.committeeMayAsk,
    relativeFiling: version.relativeFiling,
    confidentiality: version.confidentiality,
    content: {
      ...content,
      committedLimit: {
        ...committedLimit,
        text: ownWords(committedLimit.text, limitWords(caseType, committedLimit)),
      },
      statutoryLimit: statutoryLimit && {
        ...statutoryLimit,
        text: ownWords(statutoryLimit.text, limitWords('deadline', statutoryLimit)),
      },
    },
  }
}

/** A draft as its version will say it: blank lines gone, limits in words (C102). */
export function publishedForm(draft: ItemDraft): ItemDraft {
  const { content, caseType } = draft
  const { committedLimit, statutoryLimit } = content
  const lines = (all: readonly string[]) => all.map((line) => line.trim()).filter((line) => line !== '')
  return {
    ...draft,
    name: draft.name.trim(),
    content: {
      ...content,
      aliases: lines(content.aliases),
      conditions: lines(content.conditions),
      legalBasis: lines(content.legalBasis),
      delivery: lines(content.delivery),
      materials: content.materials.filter(({ name }) => name.trim() !== ''),
      steps: content.steps.filter(({ name }) => name.trim() !== ''),
      faq: content.faq.filter(({ question }) => question.trim() !== ''),
      committedLimit: {
        ...committedLimit,
        text: committedLimit.text.trim() || limitWords(caseType, committedLimit),
      },
      statutoryLimit: statutoryLimit && {
        ...statutoryLimit,
        text: statutoryLimit.text.trim() || limitWords('deadline', statutoryLimit),
      },
    },
  }
}

/** Another text of the written promise is its next version; who promised before keeps theirs (C206). */
export function withPledgeVersion(draft: ItemDraft, before: ItemDraft | undefined): ItemDraft {
  const { pledge } = draft.content
  if (pledge === null) return draft
  const known = before?.content.pledge ?? null
  const version = known === null ? pledge.version : known.version + (known.text === pledge.text ? 0 : 1)
  return { ...draft, content: { ...draft.content, pledge: { ...pledge, version } } }
}

/** The pictures that an item shows: filled-in forms and its result (C109). */
export function samplesOf({ materials, resultSample }: ItemContent): string[] {
  return [...materials.map(({ sample }) => sample), resultSample].filter((sample) => sample !== null)
}

function ownWords(text: string, usual: string): string {
  return text === usual ? '' : text
}

const SAID_UNCOUNTED = /不计时|不计入时限/

/** A step of a catalogue that lists steps by name alone: one that is a listed reason to stop the clock is not counted (C109). */
export function stepByName(name: string, pauseReasons: readonly PauseReason[]): ItemStep {
  const isReason = pauseReasons.some((reason) => name.includes(PAUSE_WORDS[reason].zh))
  return { name, who: '', howLong: '', isExcluded: isReason || SAID_UNCOUNTED.test(name) }
}
