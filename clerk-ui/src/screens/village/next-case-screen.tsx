import { type ReactNode, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { MOST_NEW_CASES, openNewCase } from './new-cases.ts'
import { Opening } from './opening.tsx'

/** 「＋ 帮群众办件」: a form of its own for each resident, under an address of its own, so that a closed page comes back to it (U35). */
export function NextCaseScreen(): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const isRead = useDrafts((state) => state.isRead)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    if (!isRead) return
    const opened = openNewCase()
    setFull(opened === 'full')
    if (opened !== 'full') navigate(`/village/new/${opened}`, { replace: true })
  }, [isRead, navigate])
  if (!isFull) return <Opening isLocal />
  return (
    <section className="v-stack" data-screen="V-2" data-state="full">
      <h1 tabIndex={-1}>{words('village.new.title')}</h1>
      <DraftsFull />
    </section>
  )
}

/** Half-written forms are kept until they are sent or deleted, and there are enough of them. */
export function DraftsFull(): ReactNode {
  const words = useVillageWords()
  return (
    <>
      <p role="alert">{words('village.new.full', { n: MOST_NEW_CASES })}</p>
      <ToDrafts />
    </>
  )
}

function ToDrafts(): ReactNode {
  const words = useVillageWords()
  return (
    <Link className="v-second" href="/village/drafts">
      {words('village.drafts.title')}
    </Link>
  )
}

/** The way back to a form after it was sent or deleted, here or in another tab. */
export function NoSuchForm(): ReactNode {
  const words = useVillageWords()
  return (
    <section className="v-stack" data-screen="V-2" data-state="gone">
      <h1 tabIndex={-1}>{words('village.new.title')}</h1>
      <p role="status">{words('village.new.gone')}</p>
      <Link className="v-main" href="/village/new">
        {words('village.home.new')}
      </Link>
      <ToDrafts />
    </section>
  )
}
