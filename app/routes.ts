import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('routes/home/route.tsx'),
  route('login', 'routes/login/route.tsx'),
  route('logout', 'routes/logout/route.tsx'),
  route('setup/:token', 'routes/setup/route.tsx'),
  route('measures/cells', 'routes/measure-cells/route.ts'),
  route('measures/views', 'routes/saved-views/route.tsx'),
  route('account', 'routes/account/route.tsx'),
  // The plan's views share a frame: add one here, and a line in plan/views.ts.
  layout('routes/plan/route.tsx', [
    route('measures', 'routes/measures/route.tsx'),
    route('measures/matrix', 'routes/matrix/route.tsx'),
    route('measures/map', 'routes/responsibility-map/route.tsx'),
    route('measures/timeline', 'routes/timeline/route.tsx'),
    route('measures/board', 'routes/board/route.tsx'),
  ]),
  route('measures/pictures/:picture', 'routes/picture/route.tsx'),
  route('measures/new', 'routes/measure-new/route.tsx'),
  ...['xlsx', 'csv', 'docx', 'pdf'].map(format =>
    route(`measures/export.${format}`, 'routes/plan-export/route.ts', { id: `plan-export-${format}` }),
  ),
  route('measures/import', 'routes/plan-import/route.tsx'),
  route('measures/import/:id', 'routes/import-preview/route.tsx'),
  route('measures/changed', 'routes/changed/route.tsx'),
  ...['xlsx', 'csv'].flatMap(format => [
    route(`measures/changed.${format}`, 'routes/history-file/route.ts', { id: `changed-${format}` }),
    route(`measures/:id/history.${format}`, 'routes/history-file/route.ts', { id: `history-${format}` }),
  ]),
  route('measures/:id', 'routes/measure/route.tsx'),
  route('measures/:id/history', 'routes/history/route.tsx'),
  route('measures/:id/evidence/:evidence', 'routes/evidence-file/route.tsx'),
  route('measures/:id/versions', 'routes/versions/route.tsx'),
  route('measures/:id/proposals', 'routes/proposals/route.tsx'),
  route('names', 'routes/names/route.ts'),
  route('documents/:id/authors', 'routes/document-authors/route.ts'),
  route('dependencies.svg', 'routes/dependency-picture/route.tsx', { id: 'dependencies-svg' }),
  route('measures/:id/dependencies.svg', 'routes/dependency-picture/route.tsx', { id: 'measure-dependencies-svg' }),
  route('measures/:id/responsibilities.svg', 'routes/owners-picture/route.tsx'),
  route('update-rounds/:id/confidence.svg', 'routes/confidence-picture/route.tsx'),
  route('measures/:id/dependencies', 'routes/measure-dependencies/route.tsx'),
  route('dependencies', 'routes/dependencies/route.tsx'),
  route('baselines/:id?', 'routes/baselines/route.tsx'),
  route('update-rounds', 'routes/update-rounds/route.tsx'),
  route('update-rounds/:id', 'routes/update-round/route.tsx'),
  route('update-rounds/:id/report', 'routes/status-report/route.tsx'),
  ...['docx', 'pdf', 'xlsx', 'csv'].map(format =>
    route(`update-rounds/:id/report.${format}`, 'routes/status-report-file/route.ts', {
      id: `status-report-${format}`,
    }),
  ),
  route('position-rounds', 'routes/position-rounds/route.tsx'),
  route('position-rounds/new', 'routes/position-round-new/route.tsx'),
  route('position-rounds/:id', 'routes/position-round/route.tsx'),
  ...['docx', 'pdf', 'csv'].map(format =>
    route(`position-rounds/:id/positions.${format}`, 'routes/position-round-file/route.ts', {
      id: `position-round-${format}`,
    }),
  ),
  route('sectors/:code', 'routes/sector/route.tsx'),
  route('meetings', 'routes/meetings/route.tsx'),
  route('meetings/:id', 'routes/meeting/route.tsx'),
  route('meetings/:id/meeting.ics', 'routes/meeting-calendar/route.ts'),
  route('meetings/:id/invitations', 'routes/meeting-invitations/route.ts'),
  route('calendars', 'routes/calendars/route.tsx'),
  route('calendars/:file', 'routes/calendar-feed/route.ts'),
  route('meetings/:id/session', 'routes/meeting-session/route.tsx'),
  route('meetings/:id/hall', 'routes/meeting-hall/route.tsx'),
  route('meetings/:id/agendas/:number', 'routes/sent-agenda/route.tsx'),
  // What a meeting leaves on paper: a page for each document, and the same as files.
  route('meetings/:id/minutes', 'routes/meeting-minutes/route.tsx'),
  route('meetings/:id/minutes.json', 'routes/frozen-minutes/route.ts'),
  ...['agenda', 'decisions'].map(document =>
    route(`meetings/:id/${document}`, 'routes/meeting-document/route.tsx', { id: `meeting-${document}` }),
  ),
  ...['agenda', 'decisions', 'minutes'].flatMap(document =>
    ['docx', 'pdf', 'html', 'md'].map(format =>
      route(`meetings/:id/${document}.${format}`, 'routes/meeting-file/route.ts', {
        id: `meeting-${document}-${format}`,
      }),
    ),
  ),
  route('decisions', 'routes/decisions/route.tsx'),
  ...['decisions', 'actions'].flatMap(list =>
    ['xlsx', 'csv'].map(format =>
      route(`${list}/export.${format}`, `routes/${list}-export/route.ts`, { id: `${list}-export-${format}` }),
    ),
  ),
  route('decisions/:id', 'routes/decision/route.tsx'),
  route('actions', 'routes/actions/route.tsx'),
  route('offline', 'routes/offline/route.tsx'),
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig
