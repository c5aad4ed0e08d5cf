import type { EditedField } from '@counter/shared/vocabulary/edit'
import { maskName, normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { IdKind, PersonField } from '@counter/shared/vocabulary/personal-data'
import { eq } from 'drizzle-orm'
import { insertRow } from './bulk-rows.ts'
import { type Keys, lookUp, seal, unseal } from './crypto.ts'
import { person } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** Who applies, in plain words: only on its way in, never kept so (P30). */
export interface PersonFacts {
  readonly name: string
  readonly idKind: IdKind
  readonly idNo: string | null
  readonly phone: string | null
  readonly village: VillageCode | null
  readonly address: string | null
  /** Who came in the applicant's place. */
  readonly agentName: string | null
  /** Whom to call for somebody without a phone (C1107). */
  readonly contact: string | null
}

const COLUMNS = {
  name: 'nameEnc',
  idNo: 'idNoEnc',
  phone: 'phoneEnc',
  address: 'addressEnc',
  contact: 'contactEnc',
} as const satisfies Record<PersonField, string>

/** Stores a person: each value encrypted for its own row and column, found again only by HMAC (P30, P31). */
export function insertPerson(tx: Tx, id: string, facts: PersonFacts): void {
  insertRow(tx, person, sealedPerson(tx.keys, id, facts))
}

/** A person as the row keeps it (P30, P31). */
export function sealedPerson(keys: Keys, id: string, facts: PersonFacts): typeof person.$inferInsert {
  const { name, idKind, idNo, phone, village, address, agentName, contact } = facts
  const sealed = (field: PersonField | 'agent', value: string | null) =>
    value === null ? null : seal(keys, placeOf(id, field), value)
  return {
    id,
    nameEnc: seal(keys, placeOf(id, 'name'), name),
    idNoEnc: sealed('idNo', idNo === null ? null : normalIdNumber(idNo)),
    phoneEnc: sealed('phone', phone),
    addressEnc: sealed('address', address),
    agentEnc: sealed('agent', agentName),
    nameMasked: maskName(name),
    nameLook: lookUp(keys, 'name', name.trim()),
    idNoLook: idNo === null ? null : lookUp(keys, 'id_no', normalIdNumber(idNo)),
    phoneLook: phone === null ? null : lookUp(keys, 'phone', phone),
    village,
    idKind,
    contactEnc: sealed('contact', contact),
  }
}

/** Puts one value of a person right; null takes it away. What it was stands in the event that says so (V73). */
export function savePersonFact(tx: Tx, id: string, field: EditedField, value: string | null): void {
  const { keys } = tx
  const sealed = value === null ? null : seal(keys, placeOf(id, field), value)
  const look = value === null ? null : lookUp(keys, 'phone', value)
  const found = field === 'phone' ? { phoneLook: look } : {}
  tx.query
    .update(person)
    .set({ [COLUMNS[field]]: sealed, ...found })
    .where(eq(person.id, id))
    .run()
}

/** Opens one field; null when the person has none, or once it was erased (C1501). A value that does not open is a fault (P30). */
export function openPersonField(tx: Tx, id: string, field: PersonField): string | null {
  const row = tx.query
    .select({ sealed: person[COLUMNS[field]], erasedAt: person.erasedAt })
    .from(person)
    .where(eq(person.id, id))
    .get()
  if (row === undefined) throw new Error(`person ${id} is gone`)
  return row.sealed === null || row.erasedAt !== null
    ? null
    : unseal(tx.keys, placeOf(id, field), row.sealed).toString('utf8')
}

/** The village of a person's home, which is no secret to staff (C1108). */
export function findPersonVillage(tx: Tx, id: string): VillageCode | null {
  return (
    tx.query.select({ village: person.village }).from(person).where(eq(person.id, id)).get()?.village ?? null
  )
}

/** Everybody with exactly this ID number, phone or name, by HMAC; never by part (C1109). A part of another statement. */
export function personsWith(tx: Tx, kind: 'name' | 'id_no' | 'phone', value: string) {
  const look = lookUp(tx.keys, kind, kind === 'id_no' ? normalIdNumber(value) : value.trim())
  const column = { name: person.nameLook, id_no: person.idNoLook, phone: person.phoneLook }[kind]
  return tx.query.select({ id: person.id }).from(person).where(eq(column, look))
}

/** The same, read: a few hundred of them at most. */
export function findPersons(tx: Tx, kind: 'name' | 'id_no' | 'phone', value: string): string[] {
  return personsWith(tx, kind, value)
    .limit(200)
    .all()
    .map(({ id }) => id)
}

/** Everybody who gave the same ID number as this person; a person without one is nobody else (C445). */
export function findSamePersons(tx: Tx, id: string): string[] {
  const own = tx.query.select({ look: person.idNoLook }).from(person).where(eq(person.id, id)).get()?.look
  if (own == null) return []
  return tx.query
    .select({ id: person.id })
    .from(person)
    .where(eq(person.idNoLook, own))
    .limit(200)
    .all()
    .map(({ id: found }) => found)
}

function placeOf(id: string, field: PersonField | 'agent'): string {
  return `person:${id}:${field}`
}
