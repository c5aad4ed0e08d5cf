import { Guide, GuideList, type GuideRow } from '@counter/shared/contract/public/guide'
import { required } from '../api/caller.ts'
import type { Person } from './cast.ts'
import type { Chance } from './chance.ts'

/** Matters that are told in confidence or sealed are not played, nor one that several units have to answer for. */
const NOT_PLAYED = /^(ZZ-00[123]|DZ-|NJ-003)/

/** The items of the centre, each guide read once. */
export interface Catalogue {
  /** An item of a unit, as somebody with a ticket of that unit would bring it; null when there is none. */
  ofUnit(unit: string, chance: Chance): Promise<Guide | null>
  /** An item that a village point may take. */
  forVillage(chance: Chance): Promise<Guide | null>
}

export async function readCatalogue(person: Pick<Person, 'get'>): Promise<Catalogue> {
  const { items } = required(await person.get('/api/guide', GuideList), 'read the catalogue')
  const played = items.filter(({ code }) => !NOT_PLAYED.test(code))
  const guides = new Map<string, Guide>()

  async function guideOf(row: GuideRow | undefined): Promise<Guide | null> {
    if (row === undefined) return null
    const known = guides.get(row.code)
    if (known !== undefined) return known
    const guide = required(await person.get(`/api/guide/${row.code}`, Guide), `guide ${row.code}`)
    guides.set(row.code, guide)
    return guide
  }

  async function oneOf(rows: readonly GuideRow[], chance: Chance): Promise<Guide | null> {
    return rows.length === 0 ? null : guideOf(chance.pick(rows))
  }

  return {
    ofUnit: (unit, chance) =>
      oneOf(
        played.filter((row) => row.unit === unit),
        chance,
      ),
    async forVillage(chance) {
      const guide = await oneOf(
        played.filter(({ villageAgency }) => villageAgency),
        chance,
      )
      return guide === null || guide.inPersonRequired ? null : guide
    },
  }
}

/** Every paper the resident has to bring, brought; what the office gets by itself is not asked for. */
export function broughtMaterials({ materials }: Guide) {
  return materials.map(({ name, required: isRequired, source }) => ({
    name,
    state: isRequired && source !== 'shared' && source !== 'internal' ? 'received' : 'not_needed',
  }))
}
