import { Done } from '@counter/shared/contract/fields'
import { PhotoLink } from '@counter/shared/contract/photos'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { QrCode } from '../../papers/qr-code.tsx'
import { command } from '../../state/ask.ts'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import './photo-qr.css'

/** Where photos of a phone go, and how many have come so far. */
export interface PhotoPlace {
  /** `cases/ID`, or `drafts/TICKET` while there is no case yet. */
  readonly path: string
  readonly count: number
}

const SECOND_MS = 1_000

/** The QR with the time it is good for, and how many photos have come since it is shown. */
export function PhotoQr({ place, material }: { readonly place: PhotoPlace; readonly material: string }) {
  const t = useWords()
  const now = useServerNow(SECOND_MS)
  const { link, refused, again } = usePhotoLink(place.path, material)
  const [before] = useState(place.count)
  const came = place.count - before
  const state = stateOf(link, refused, now)
  return (
    <div className="photo-qr" data-testid="photo.qr" data-state={state}>
      {state === 'loading' && <SlowWords text="file.phoneOpening" />}
      {state === 'normal' && link !== null && <GoodLink link={link} />}
      {state === 'over' && <p>{t('file.phoneOver')}</p>}
      <RefusalLine refused={refused} />
      {(state === 'over' || state === 'error') && <Button onClick={again}>{t('file.phoneAgain')}</Button>}
      <p role="status">{came > 0 ? t('file.phoneCame', { n: came }) : t('file.phoneNone')}</p>
    </div>
  )
}

function GoodLink({ link }: { readonly link: PhotoLink }) {
  const t = useWords()
  return (
    <>
      <QrCode text={link.url} />
      <p>{t('file.phoneHow')}</p>
      <p className="small">{t('file.phoneUntil', { t: civilTime(link.expiresAt) })}</p>
    </>
  )
}

function stateOf(link: PhotoLink | null, refused: Refused | null, now: Instant) {
  if (refused !== null) return 'error'
  if (link === null) return 'loading'
  return link.expiresAt <= now ? 'over' : 'normal'
}

interface ShownLink {
  readonly link: PhotoLink | null
  readonly refused: Refused | null
  readonly again: () => void
}

// Closed, the link is ended: a picture of the screen is of no use to anybody (P41).
function usePhotoLink(path: string, material: string): ShownLink {
  const [link, setLink] = useState<PhotoLink | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const open = useRef<string | null>(null)
  const isHere = useRef(true)
  const again = useCallback(() => {
    setLink(null)
    setRefused(null)
    void command(`/api/${path}/open-photo-link`, { material }, PhotoLink).then((answer) => {
      if (answer.ok && !isHere.current) return end(answer.value.id)
      if (!answer.ok) return setRefused(answer)
      open.current = answer.value.id
      setLink(answer.value)
    })
  }, [path, material])
  useEffect(() => {
    isHere.current = true
    again()
    return () => {
      isHere.current = false
      if (open.current !== null) end(open.current)
      open.current = null
    }
  }, [again])
  return { link, refused, again }
}

function end(id: string): void {
  void command(`/api/photo-links/${id}/end`, {}, Done)
}
