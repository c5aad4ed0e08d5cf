import type { Guide, GuideMaterial } from '@counter/shared/contract/public/guide'

type MaterialFacts = Pick<GuideMaterial, 'name' | 'required' | 'source'> & Partial<GuideMaterial>

/** A guide of an item that a village may handle, with these materials. */
export function guideOf(materials: readonly MaterialFacts[], change: Partial<Guide> = {}): Guide {
  return {
    code: 'MZ-001',
    version: 1,
    effectiveFrom: '2026-01-01',
    name: '最低生活保障审核确认',
    unit: 'MZ',
    unitName: '民政办',
    topic: 'relief',
    category: '社会救助',
    caseType: 'deadline',
    townshipRole: 'decide',
    visits: 1,
    villageAgency: true,
    inPersonRequired: false,
    conditions: [],
    committed: { value: 25, unit: 'workday', text: '25个工作日' },
    statutory: null,
    pauseReasons: [],
    publicNotice: null,
    steps: [],
    materials: materials.map((each) => ({ original: 1, copies: 0, deferrable: false, note: null, ...each })),
    legalBasis: [],
    feeText: '不收费',
    resultName: '',
    delivery: [],
    place: '',
    hours: '',
    consultPhone: '',
    supervisionPhone: '',
    summary: '',
    faq: [],
    ...change,
  }
}
