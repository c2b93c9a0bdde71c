import type { Namespace } from './concepts'

/** What things are called for ever: the addresses of their pages, and places in them. */
export const meetingIri = ({ base }: Namespace, id: string) => `${base}/meetings/${id}`
export const agendaIri = (names: Namespace, meetingId: string) => `${meetingIri(names, meetingId)}/agenda`
export const itemIri = (names: Namespace, meetingId: string, id: string) => `${agendaIri(names, meetingId)}#punt-${id}`
export const minutesIri = (names: Namespace, meetingId: string) => `${meetingIri(names, meetingId)}/minutes`
export const decisionIri = ({ base }: Namespace, id: string) => `${base}/decisions/${id}`
export const measureIri = ({ base }: Namespace, id: string) => `${base}/measures/${id}`
export const versionIri = (names: Namespace, measure: { id: string; version: number }) =>
  `${measureIri(names, measure.id)}/versions#versie-${measure.version}`
export const bodyIri = ({ base }: Namespace, id: string) => `${base}/bodies/${id}`
export const groupIri = ({ base }: Namespace, id: string) => `${base}/groups/${id}`
