import { actions as actionsEn } from './en/actions'
import { auth as authEn } from './en/auth'
import { baselines as baselinesEn } from './en/baselines'
import { calendars as calendarsEn } from './en/calendars'
import { common as commonEn } from './en/common'
import { decisions as decisionsEn } from './en/decisions'
import { dependencies as dependenciesEn } from './en/dependencies'
import { discussions as discussionsEn } from './en/discussions'
import { documents as documentsEn } from './en/documents'
import { editor as editorEn } from './en/editor'
import { errors as errorsEn } from './en/errors'
import { exchange as exchangeEn } from './en/exchange'
import { facts as factsEn } from './en/facts'
import { history as historyEn } from './en/history'
import { home as homeEn } from './en/home'
import { measures as measuresEn } from './en/measures'
import { meetings as meetingsEn } from './en/meetings'
import { milestones as milestonesEn } from './en/milestones'
import { minutes as minutesEn } from './en/minutes'
import { offline as offlineEn } from './en/offline'
import { pictures as picturesEn } from './en/pictures'
import { plan as planEn } from './en/plan'
import { positions as positionsEn } from './en/positions'
import { progress as progressEn } from './en/progress'
import { registers as registersEn } from './en/registers'
import { reminders as remindersEn } from './en/reminders'
import { rounds as roundsEn } from './en/rounds'
import { session as sessionEn } from './en/session'
import { versions as versionsEn } from './en/versions'
import { actions } from './nl/actions'
import { auth } from './nl/auth'
import { baselines } from './nl/baselines'
import { calendars } from './nl/calendars'
import { common } from './nl/common'
import { decisions } from './nl/decisions'
import { dependencies } from './nl/dependencies'
import { discussions } from './nl/discussions'
import { documents } from './nl/documents'
import { editor } from './nl/editor'
import { errors } from './nl/errors'
import { exchange } from './nl/exchange'
import { facts } from './nl/facts'
import { history } from './nl/history'
import { home } from './nl/home'
import { measures } from './nl/measures'
import { meetings } from './nl/meetings'
import { milestones } from './nl/milestones'
import { minutes } from './nl/minutes'
import { offline } from './nl/offline'
import { pictures } from './nl/pictures'
import { plan } from './nl/plan'
import { positions } from './nl/positions'
import { progress } from './nl/progress'
import { registers } from './nl/registers'
import { reminders } from './nl/reminders'
import { rounds } from './nl/rounds'
import { session } from './nl/session'
import { versions } from './nl/versions'

/** Dutch has every key first: types of keys come from here. One line a namespace, in both languages. */
export const nl = {
  actions,
  auth,
  baselines,
  calendars,
  common,
  editor,
  errors,
  discussions,
  exchange,
  facts,
  history,
  home,
  measures,
  decisions,
  dependencies,
  documents,
  meetings,
  milestones,
  minutes,
  pictures,
  plan,
  positions,
  progress,
  registers,
  reminders,
  rounds,
  session,
  versions,
  offline,
}

const en: typeof nl = {
  actions: actionsEn,
  auth: authEn,
  baselines: baselinesEn,
  calendars: calendarsEn,
  common: commonEn,
  editor: editorEn,
  errors: errorsEn,
  discussions: discussionsEn,
  exchange: exchangeEn,
  facts: factsEn,
  history: historyEn,
  home: homeEn,
  measures: measuresEn,
  decisions: decisionsEn,
  dependencies: dependenciesEn,
  documents: documentsEn,
  meetings: meetingsEn,
  milestones: milestonesEn,
  minutes: minutesEn,
  pictures: picturesEn,
  plan: planEn,
  positions: positionsEn,
  progress: progressEn,
  registers: registersEn,
  reminders: remindersEn,
  rounds: roundsEn,
  session: sessionEn,
  versions: versionsEn,
  offline: offlineEn,
}

export const resources = { nl, en }
