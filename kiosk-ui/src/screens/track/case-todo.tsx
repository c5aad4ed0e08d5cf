import type { TrackCase } from '@counter/shared/contract/public/track'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../text/text.ts'

/** 「要您做的事」: what to bring, how to get it, where and until when; before everything else (S15). */
export function CaseTodo({ todo }: Pick<TrackCase, 'todo'>): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  if (todo === null) return null
  const names = todo.materials.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  const until = todo.until === null ? null : dayWords(todo.until.slice(0, 10) as PlainDate, language)
  return (
    <section className="todo" data-testid="p2.todo">
      <h2>{say('p2.todo')}</h2>
      <p>
        {until === null
          ? say('p2.bring', { names })
          : say('p2.bringUntil', { names, d: until, where: todo.where })}
      </p>
      <ul>
        {todo.materials
          .filter(({ how }) => how !== '')
          .map(({ name, how }) => (
            <li key={name}>
              <strong>{name}</strong> {how}
            </li>
          ))}
      </ul>
    </section>
  )
}
