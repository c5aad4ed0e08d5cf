import { maskName } from '@counter/shared/vocabulary/identity'
import { type ReactNode, useEffect, useState } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { type Person, type RecentPerson, readPeople } from './recent-people.ts'

/** 「最近办过的人」: masked; a press fills in what is known of the person (V42). */
export function RecentPart({ onChoose }: { readonly onChoose: (person: Person) => void }): ReactNode {
  const words = useVillageWords()
  const [people, setPeople] = useState<readonly RecentPerson[]>([])
  useEffect(() => {
    let isCurrent = true
    void readPeople(Date.now()).then((known) => isCurrent && setPeople(known))
    return () => {
      isCurrent = false
    }
  }, [])
  if (people.length === 0) return null
  return (
    <details>
      <summary>{words('village.new.recent')}</summary>
      <ul className="v-rows">
        {people.map(({ at, ...person }) => (
          <li key={at}>
            <button type="button" className="v-small" onClick={() => onChoose(person)}>
              {`${maskName(person.name)} ${person.idNo.slice(-4)}`}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
