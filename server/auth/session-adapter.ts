import type { Kysely } from 'kysely'
import type { Adapter } from 'lucia'
import type { Database } from '#db/schema/index'
import { hashToken } from './token'

/**
 * Keeps Lucia's sessions in PostgreSQL without keeping their ids: a row holds the SHA-256, so a leaked backup opens no session.
 * Lucia's own PostgreSQL adapter stores the id itself, and loads the password's hash with every request.
 */
export function sessionAdapter(db: Kysely<Database>): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.userId')
        .select(['session.userId', 'session.expiresAt', 'person.disabledAt'])
        .where('session.id', '=', hashToken(id))
        .executeTakeFirst()
      if (!row) return [null, null]
      const session = { id, userId: row.userId, expiresAt: row.expiresAt, attributes: {} }
      // Lucia ends a session without a user: that is what becomes of somebody who was disabled.
      return [session, row.disabledAt ? null : { id: row.userId, attributes: {} }]
    },

    async getUserSessions(userId) {
      const rows = await db.selectFrom('session').selectAll().where('userId', '=', userId).execute()
      return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt, attributes: {} }))
    },

    async setSession({ id, userId, expiresAt }) {
      await db
        .insertInto('session')
        .values({ id: hashToken(id), userId, expiresAt })
        .execute()
    },

    async updateSessionExpiration(id, expiresAt) {
      await db.updateTable('session').set({ expiresAt }).where('id', '=', hashToken(id)).execute()
    },

    async deleteSession(id) {
      await db.deleteFrom('session').where('id', '=', hashToken(id)).execute()
    },

    async deleteUserSessions(userId) {
      await db.deleteFrom('session').where('userId', '=', userId).execute()
    },

    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expiresAt', '<=', new Date()).execute()
    },
  }
}
