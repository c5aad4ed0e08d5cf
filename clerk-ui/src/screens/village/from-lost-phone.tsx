import { Done } from '@counter/shared/contract/fields'
import { type VillageAttention, VillageAttentionList } from '@counter/shared/contract/village-attention'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Fragment, type ReactNode, useId, useRef, useState } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useNet } from '../../state/live.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { type ActStanding, SaidApart, SlipCaseFacts } from './lost-slip.tsx'
import { VillageCommand } from './village-command.tsx'
import { VillageRefusal } from './village-refusal.tsx'

const OWN = '/api/village-attention/own'

/** What this agent had captured on a phone that was lost: the centre does it once its author says that it is theirs (V80). */
export function FromLostPhone(): ReactNode {
  const words = useVillageWords()
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  // Once read it stays in sight without a network, or a word that is on its way would go with its button (U10, U14).
  const [isWanted, setWanted] = useState(isOnline)
  if (isOnline && !isWanted) setWanted(true)
  const { value, reread } = useReading(isWanted ? OWN : null, VillageAttentionList, isOnline)
  const items = value?.items ?? []
  const asked = items.filter((item) => !isUnread(item))
  const unread = items.filter(isUnread)
  return (
    <>
      <Part title={words('village.fromLost.title', { n: asked.length })} items={asked}>
        {(item) => <Item key={item.id} item={item} onDone={reread} />}
      </Part>
      <Part title={words('village.fromLost.unread', { n: unread.length })} items={unread}>
        {(item) => <Unread key={item.id} item={item} />}
      </Part>
    </>
  )
}

function isUnread({ code }: VillageAttention): boolean {
  return code === 'command.unreadable'
}

interface PartProps {
  readonly title: string
  readonly items: readonly VillageAttention[]
  readonly children: (item: VillageAttention) => ReactNode
}

function Part({ title, items, children }: PartProps): ReactNode {
  const id = useId()
  if (items.length === 0) return null
  return (
    <section className="v-attention" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="v-rows v-spaced">{items.map(children)}</ul>
    </section>
  )
}

/** Nothing is asked of its author: what is to be done again stands here until the supervisor has settled it (V80, V84). */
function Unread({ item }: { readonly item: VillageAttention }): ReactNode {
  const words = useVillageWords()
  return (
    <li data-testid="v3.from-lost-unread">
      <What item={item} />
      <p>{words(item.type === 'case.register' ? 'village.fromLost.toEnter' : 'village.fromLost.toRedo')}</p>
    </li>
  )
}

function What({ item }: { readonly item: VillageAttention }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const isAsked = item.type === 'consult.log'
  const what = [item.item, item.applicant, isAsked ? item.topic : null].filter((each) => each !== null)
  // What was asked in a consultation has words; every other topic is a number.
  const numbers = [item.number, isAsked ? null : item.topic].filter((each) => each !== null)
  return (
    <>
      <p>
        <strong>{words(`village.type.${item.type}`)}</strong>
        {numbers.map((each) => (
          <Fragment key={each}>
            {' · '}
            <span className="v-number">{each}</span>
          </Fragment>
        ))}
        {what.map((each) => ` · ${each}`)}
      </p>
      <p>{instantWords(item.capturedAt, days)}</p>
    </>
  )
}

type Act = 'own' | 'apart' | 'not'

function Item({ item, onDone }: { readonly item: VillageAttention; readonly onDone: () => void }): ReactNode {
  const words = useVillageWords()
  const { send, refused, phase } = useCommand()
  const [pressed, setPressed] = useState<Act>('own')
  const say = async (act: Act, said: { readonly isOwn: boolean; readonly apart?: string }) => {
    setPressed(act)
    const answer = await send(`/api/village-attention/${item.id}/confirm`, said, Done)
    if (answer?.ok) onDone()
  }
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  // One word on one entry: while it is on its way, its own button tells so and no other one says anything (U14).
  const standingOf = (act: Act): ActStanding =>
    phase === 'writing' || act === pressed ? { phase, isReady: true } : { phase: 'writing', isReady: false }
  const { slipCase } = item
  const mine = slipCase === null ? 'village.fromLost.mine' : 'village.fromLost.same'
  return (
    <li ref={row} data-testid="v3.from-lost">
      <What item={item} />
      {slipCase !== null && <SlipCaseFacts slipCase={slipCase} />}
      <VillageRefusal refused={refused} />
      {slipCase?.isVoid === true ? null : (
        <VillageCommand
          className="v-second"
          {...standingOf('own')}
          onPress={() => void say('own', { isOwn: true })}
        >
          {words(mine)}
        </VillageCommand>
      )}
      {slipCase !== null && (
        <SaidApart {...standingOf('apart')} onSay={(apart) => void say('apart', { isOwn: true, apart })} />
      )}
      <VillageCommand
        className="v-second"
        {...standingOf('not')}
        onPress={() => void say('not', { isOwn: false })}
      >
        {words('village.fromLost.notMine')}
      </VillageCommand>
    </li>
  )
}
