import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextInput } from '#app/components/text-input'
import type { ChosenPassage } from '#app/editor/threads/passage-selection'
import { useDiscussionState } from './discussion-context'

/** Which words it is about. Who cannot select them types them over. */
export function PassageChoice({
  passage,
  onChoose,
}: {
  passage: ChosenPassage | null
  onChoose: (passage: ChosenPassage) => void
}) {
  const { t } = useTranslation('discussions')
  const discussion = useDiscussionState()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const find = () => {
    const found = discussion?.text?.selected() ?? discussion?.text?.find(typed) ?? null
    setWrong(!found)
    if (found) onChoose(found)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    find()
  }
  if (passage)
    return (
      <blockquote className="chosen" lang="nl">
        {passage.quote}
      </blockquote>
    )
  return (
    <div className="passage-choice">
      <TextInput
        label={t('composer.choose')}
        hint={t('composer.chooseHint')}
        error={isWrong ? t('composer.notFound') : undefined}
        value={typed}
        lang="nl"
        autoFocus
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button small onClick={find}>
        {t('composer.chooseNow')}
      </Button>
    </div>
  )
}
