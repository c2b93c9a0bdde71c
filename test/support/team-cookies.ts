import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { createSessions } from '#server/auth/sessions'
import type { Team } from '#test/server/measures/team'
import { createMandate } from './fixtures'

/** The roles of a team in a table of who may: a former coordinator's mandate has ended. */
export const teamRoles = ['coordinator', 'editor', 'forSport', 'forYouth', 'observer', 'former', 'stranger'] as const
export type TeamRole = (typeof teamRoles)[number]

/** Gives each of a team a session, and a former coordinator too. @returns the `Cookie` to send for each */
export async function signInTeam(db: Kysely<Database>, team: Team): Promise<Record<TeamRole, string>> {
  const { personId: former } = await createMandate(db, {
    groupId: team.group.id,
    bodyId: team.sport.id,
    role: 'coordinator',
    endsOn: '2021-01-01',
  })
  const sessions = createSessions(db, { secure: false })
  const cookieOf = async (role: TeamRole) => {
    const { cookie } = await sessions.create(role === 'former' ? former : team[role].personId)
    return [role, cookie.split(';')[0] ?? ''] as const
  }
  return Object.fromEntries(await Promise.all(teamRoles.map(cookieOf))) as Record<TeamRole, string>
}
