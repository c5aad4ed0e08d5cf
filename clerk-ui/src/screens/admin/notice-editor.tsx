import { NOTICE_LENGTH, Notice } from '@counter/shared/contract/notices'
import { Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface NoticeEditorProps {
  /** Null for a new one. */
  readonly notice: Notice | null
  readonly today: string
  readonly place: number
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** One page of the notices, with how it will look on the wall. */
export function NoticeEditor({ notice, today, place, onSaved, onClose }: NoticeEditorProps) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const card = useRef<HTMLFormElement>(null)
  const press = useOpenedCard(card, onClose)
  const [text, setText] = useState(notice?.text ?? '')
  const left = NOTICE_LENGTH - [...text].length
  const title = words(notice === null ? 'a6.add' : 'a6.changeOf')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (left < 0) return
    const form = new FormData(event.currentTarget)
    const toOn = String(form.get('to'))
    const page = {
      text: text.trim(),
      fromOn: String(form.get('from')),
      toOn: toOn === '' ? null : toOn,
      place: Number(form.get('place')),
    }
    const answer =
      notice === null
        ? await send('/api/notices', page, Notice)
        : await send(`/api/notices/${notice.id}/change`, { ...page, expectedVersion: notice.version }, Notice)
    if (answer?.ok) onSaved()
  }
  return (
    <form
      ref={card}
      className="card stack"
      onKeyDown={press}
      aria-label={title}
      onSubmit={(event) => void save(event)}
    >
      <h2>{title}</h2>
      <label className="field">
        {words('a6.text')}
        <input
          required
          value={text}
          autoComplete="off"
          aria-invalid={left < 0}
          aria-describedby="notice-left"
          onChange={(event) => setText(event.target.value)}
        />
        <small id="notice-left" role="status">
          {left < 0 ? `■ ${words('a6.tooLong', { n: -left })}` : words('a6.left', { n: left })}
        </small>
      </label>
      <div className="fields">
        <label className="field">
          {words('a6.from')}
          <input type="date" name="from" required defaultValue={notice?.fromOn ?? today} />
        </label>
        <label className="field">
          {words('a6.to')}
          <input type="date" name="to" defaultValue={notice?.toOn ?? ''} />
        </label>
        <label className="field">
          {words('a6.place')}
          <input type="number" name="place" min={1} max={99} required defaultValue={Math.min(place, 99)} />
        </label>
      </div>
      <figure className="notice-preview">
        <figcaption>{words('a6.preview')}</figcaption>
        <p>{text === '' ? '…' : text}</p>
      </figure>
      <RefusalLine refused={refused} />
      <div className="line">
        <CommandButton phase={phase} busy="admin.saving" type="primary" htmlType="submit">
          {words('admin.save')}
        </CommandButton>
        <Button onClick={onClose}>{words('admin.drop')}</Button>
      </div>
    </form>
  )
}
