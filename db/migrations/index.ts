import type { Migration } from 'kysely'
import * as peopleAndBodies from './0001-people-and-bodies'
import * as plan from './0002-plan'
import * as documents from './0003-documents'
import * as meetingsAndDecisions from './0004-meetings-and-decisions'
import * as activity from './0005-activity'
import * as savedViews from './0006-saved-views'
import * as measureInFull from './0007-measure-in-full'
import * as progressAndRounds from './0008-progress-and-rounds'
import * as milestonesAndBaselines from './0009-milestones-and-baselines'
import * as dependencies from './0010-dependencies'
import * as restoredWords from './0011-restored-words'
import * as planImports from './0013-plan-imports'
import * as discussions from './0014-discussions'
import * as positions from './0015-positions'
import * as meetingsInFull from './0016-meetings-in-full'
import * as effectsAndActions from './0017-effects-and-actions'
import * as minutesAndMail from './0018-minutes-and-mail'
import * as slippageOfRounds from './0019-slippage-of-rounds'
import * as whatMeetsConditions from './0020-what-meets-conditions'
import * as movedWords from './0021-moved-words'
import * as correctionsAndRoundsOnAgendas from './0022-corrections-and-rounds-on-agendas'
import * as minutesAndReminders from './0023-minutes-and-reminders'
import * as importTables from './0024-import-tables'

/** Every migration, in the order of its name. Once landed, a migration is never edited again. */
export const migrations: Record<string, Migration> = {
  '0001-people-and-bodies': peopleAndBodies,
  '0002-plan': plan,
  '0003-documents': documents,
  '0004-meetings-and-decisions': meetingsAndDecisions,
  '0005-activity': activity,
  '0006-saved-views': savedViews,
  '0007-measure-in-full': measureInFull,
  '0008-progress-and-rounds': progressAndRounds,
  '0009-milestones-and-baselines': milestonesAndBaselines,
  '0010-dependencies': dependencies,
  '0011-restored-words': restoredWords,
  '0013-plan-imports': planImports,
  '0014-discussions': discussions,
  '0015-positions': positions,
  '0016-meetings-in-full': meetingsInFull,
  '0017-effects-and-actions': effectsAndActions,
  '0018-minutes-and-mail': minutesAndMail,
  '0019-slippage-of-rounds': slippageOfRounds,
  '0020-what-meets-conditions': whatMeetsConditions,
  '0021-moved-words': movedWords,
  '0022-corrections-and-rounds-on-agendas': correctionsAndRoundsOnAgendas,
  '0023-minutes-and-reminders': minutesAndReminders,
  '0024-import-tables': importTables,
}
