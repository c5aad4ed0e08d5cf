import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { ReactNode } from 'react'
import type { SentPhoto } from '../../state/photos.ts'
import { useText } from '../../text/text.ts'

interface PhotoListProps {
  readonly photos: readonly SentPhoto[]
  readonly sentence: (code: string, params: RefusalParams) => string
}

/** Each photo with where it stands, in words; one that was refused leaves the others on their way. */
export function PhotoList({ photos, sentence }: PhotoListProps): ReactNode {
  const say = useText()
  return (
    <div role="status">
      <ol className="sent-photos">
        {photos.map(({ id, state, refused }, place) => (
          <li key={id} data-state={state}>
            {say('p6.nth', { n: place + 1 })} ·{' '}
            {state === 'refused'
              ? sentence(refused?.code ?? 'fault', refused?.params ?? {})
              : say(`p6.${state}`)}
          </li>
        ))}
      </ol>
    </div>
  )
}
