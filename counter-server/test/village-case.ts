import type { CaseId, ItemCode, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { uuidv7 } from 'uuidv7'
import { nextCaseNumber } from '../src/store/case-numbers.ts'
import { findItemInForce } from '../src/store/items.ts'
import { registerVillageCase } from '../src/usecases/cases/register-village-case.ts'
import type { Hall } from './app.ts'
import { papersOf, RESIDENT } from './case-files.ts'

/** A case that the point of village 05 registered on Wednesday and that arrived on Friday. */
export function fromVillage(hall: Hall) {
  const { deps } = hall.server.counter
  return deps.store.write((tx) => {
    const agent = tx.sql.prepare("SELECT id FROM staff WHERE sign_in_name = 'v05'").pluck().get() as StaffId
    const item = findItemInForce(tx, 'MZ-001' as ItemCode, tx.at)
    if (item === undefined) throw new Error('the sample has no MZ-001')
    return registerVillageCase(tx, deps, {
      id: uuidv7() as CaseId,
      origin: { actor: `staff:${agent}`, role: 'agent', device: null, commandId: null },
      agent: { id: agent, displayName: '石桥村代办员', unit: null, village: '05' as VillageCode },
      village: '05' as VillageCode,
      item,
      applicant: {
        ...RESIDENT,
        idKind: 'id_card',
        village: '05' as VillageCode,
        agentName: null,
        contact: null,
      },
      careVersion: null,
      materials: papersOf('MZ-001').map(({ name }) => ({ name, state: 'received', promisedOn: null })),
      agency: {
        relation: '本人',
        powers: ['submit'],
        until: '2026-12-01' as PlainDate,
        signedAs: 'glass',
        signature: 'a'.repeat(64),
        witness: null,
        allowsDeputy: false,
        consentVersion: 1,
        isRelative: true,
      },
      flags: [],
      papers: [],
      isUrgent: false,
      note: '',
      capturedAt: '2026-06-10T03:00:00.000Z' as Instant,
      slip: { number: nextCaseNumber(tx, '05'), alias: null, isOther: false, secrets: null },
    })
  })
}
