import { Done } from '@counter/shared/contract/fields'
import { type VillageAttention, VillageAttentionList } from '@counter/shared/contract/village-attention'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { type ReactNode, useRef } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useNet } from '../../state/live.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { SaidApart, SlipCaseFacts } from './lost-slip.tsx'
import { VillageRefusal } from './village-refusal.tsx'

/** What this agent had captured on a phone that was lost: the centre does it once its author says that it is theirs (V80). */
export function FromLostPhone(): ReactNode {
  const words = useVillageWords()
  const isOnline = useNet(({ net }) => net === 'online')
  const { value, reread } = useReading(isOnline ? '/api/village-attention/own' : null, VillageAttentionList)
  const items = value?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="v-attention" aria-labelledby="v-from-lost">
      <h2 id="v-from-lost">{words('village.fromLost.title', { n: items.length })}</h2>
      <ul className="v-rows v-spaced">
        {items.map((item) => (
          <Item key={item.id} item={item} onDone={reread} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item, onDone }: { readonly item: VillageAttention; readonly onDone: () => void }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { send, refused, phase } = useCommand()
  const say = async (said: { readonly isOwn: boolean; readonly apart?: string }) => {
    const answer = await send(`/api/village-attention/${item.id}/confirm`, said, Done)
    if (answer?.ok) onDone()
  }
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  const isBusy = phase !== 'writing'
  const what = [item.number, item.item, item.applicant, item.topic].filter((each) => each !== null)
  const { slipCase } = item
  const mine = slipCase === null ? 'village.fromLost.mine' : 'village.fromLost.same'
  return (
    <li ref={row} data-testid="v3.from-lost">
      <p>
        <strong>{words(`village.type.${item.type}`)}</strong>
        {what.map((each) => ` · ${each}`)}
      </p>
      <p>{instantWords(item.capturedAt, days)}</p>
      {slipCase !== null && <SlipCaseFacts slipCase={slipCase} />}
      <VillageRefusal refused={refused} />
      {slipCase?.isVoid === true ? null : (
        <button
          type="button"
          className="v-second"
          aria-disabled={isBusy}
          onClick={() => void say({ isOwn: true })}
        >
          {words(isBusy ? 'village.fromLost.busy' : mine)}
        </button>
      )}
      {slipCase !== null && <SaidApart isBusy={isBusy} onSay={(apart) => void say({ isOwn: true, apart })} />}
      <button
        type="button"
        className="v-second"
        aria-disabled={isBusy}
        onClick={() => void say({ isOwn: false })}
      >
        {words('village.fromLost.notMine')}
      </button>
    </li>
  )
}
