import { useWords } from '../../text/words.ts'
import { ContentLines, ContentText, Field, NumberField, Part, Tick, usePartName } from './item-fields.tsx'
import { useItemForm } from './item-form.ts'
import { ItemRows } from './item-rows.tsx'
import { SampleField } from './sample-field.tsx'

/** A price is kept in 分 and written in 元, as people say it. */
const FEN = 100
const QUESTION = { question: '', answer: '' }

/** On what law, for how much, what comes of it and how it reaches the resident (C102). */
export function ResultFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const { fee, faq } = draft.content
  const setFee = (more: Partial<typeof fee>) => say({ fee: { ...fee, ...more } })
  return (
    <>
      <Part part="basis">
        <ContentLines field="legalBasis" label={`${name('basis')} · ${words('a1.perLine')}`} />
      </Part>
      <Part part="fee">
        <div className="fields">
          <Field label={words('a1.feeText')} value={fee.text} onText={(text) => setFee({ text })} />
          <NumberField
            label={words('a1.feeYuan')}
            value={fee.amountFen / FEN}
            step={1 / FEN}
            onNumber={(yuan) => setFee({ amountFen: Math.round(yuan * FEN) })}
          />
          <Field label={words('a1.feeBasis')} value={fee.basis} onText={(basis) => setFee({ basis })} />
        </div>
      </Part>
      <Part part="result">
        <ContentText field="resultName" label={name('result')} />
        <SampleField
          label={words('a1.resultSample')}
          name={draft.content.resultName}
          sample={draft.content.resultSample}
          onSample={(resultSample) => say({ resultSample })}
        />
      </Part>
      <Part part="delivery">
        <ContentLines field="delivery" label={`${name('delivery')} · ${words('a1.perLine')}`} />
      </Part>
      <Part part="deliveryWorkdays">
        <DeliveryDays />
      </Part>
      <Part part="faq">
        <h3>{name('faq')}</h3>
        <ItemRows
          rows={faq}
          blank={QUESTION}
          nameOf={(n) => words('a1.qa', { n })}
          add={words('a1.addQuestion')}
          onRows={(rows) => say({ faq: rows })}
        >
          {(one, change) => (
            <div className="fields">
              <Field
                label={words('a1.question')}
                value={one.question}
                onText={(question) => change({ question })}
              />
              <Field
                label={words('a1.answer')}
                value={one.answer}
                maxLength={1000}
                onText={(answer) => change({ answer })}
              />
            </div>
          )}
        </ItemRows>
      </Part>
    </>
  )
}

/** An emptied field means the centre's own number (C443). */
function DeliveryDays() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const days = draft.content.deliveryWorkdays
  return (
    <div className="line">
      <Tick
        label={words('a1.ownDelivery')}
        isOn={days !== null}
        onTick={(isOn) => say({ deliveryWorkdays: isOn ? 10 : null })}
      />
      {days !== null && (
        <NumberField
          label={name('deliveryWorkdays')}
          value={days}
          min={1}
          onNumber={(deliveryWorkdays) => say({ deliveryWorkdays })}
        />
      )}
    </div>
  )
}
