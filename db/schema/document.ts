import type { Generated, JSONColumnType } from 'kysely'
import type { DocumentSubject, VersionReason } from './vocabulary'

export interface DocumentTable {
  id: Generated<string>
  groupId: string
  subjectType: DocumentSubject
  subjectId: string
  /** position of the last row of the log; rows have no gaps */
  seq: Generated<number>
  createdAt: Generated<Date>
  /** nobody writes in it from then on; null: it is open */
  closedAt: Date | null
}

export interface DocumentUpdateTable {
  documentId: string
  seq: number
  update: Buffer
  personId: string | null
  mandateId: string | null
  createdAt: Generated<Date>
}

export interface DocumentSnapshotTable {
  documentId: string
  seq: number
  state: Buffer
  createdAt: Generated<Date>
}

export interface DocumentClientTable {
  documentId: string
  clientId: number
  personId: string | null
  mandateId: string | null
}

export interface DocumentRestorationTable {
  documentId: string
  /** the client id that the restoring wrote with */
  clientId: number
  /** null: the words were not gone, but moved to another paragraph when a proposal was taken over */
  documentVersionId: string | null
  /** whose words came back: where they are under that client id, and the client id of who wrote them */
  words: JSONColumnType<[clock: number, length: number, writer: number][]>
  createdAt: Generated<Date>
}

export interface DocumentContentTable {
  documentId: string
  seq: number
  json: JSONColumnType<object>
  text: string
  html: string
  /** SHA-256 (hexadecimal) of the JSON: equal content has an equal hash */
  hash: string
  writtenAt: Generated<Date>
  search: Generated<string>
}

export interface DocumentVersionTable {
  id: Generated<string>
  documentId: string
  number: number
  reason: VersionReason
  name: string | null
  seq: number
  state: Buffer
  json: JSONColumnType<object>
  text: string
  html: string
  hash: string
  mandateId: string | null
  createdAt: Generated<Date>
}
