import { insertPerson } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'

/** Who wrote, as far as said; without a name the letter is anonymous (C1304). */
export interface Writer {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** Keeps a writer with a name as a person, found by name and number only as C1109 finds people (P30). */
export function insertWriter(tx: Tx, id: string, { name, phone, address }: Writer): string {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  insertPerson(tx, id, {
    name: name.trim(),
    idKind: 'none',
    idNo: null,
    phone: orNull(phone),
    village: null,
    address: orNull(address),
    agentName: null,
    contact: null,
  })
  return id
}
