// Who may import whom. Forbidden directions are errors; *.shared.ts is what both sides of the network may read.
const shared = '\\.shared\\.ts$'

/** From low to high: a domain may import those on earlier lines, never those on its own line or later ones. */
const levels = [
  ['activity'],
  ['auth'],
  ['mail'],
  ['documents'],
  ['bodies'],
  ['plans'],
  ['dependencies'],
  ['measures'],
  ['positions'],
  ['baselines', 'discussions', 'meetings', 'assessments', 'consultations'],
  ['rounds', 'calendars'],
  ['actions'],
  ['decisions'],
  ['minutes', 'agendas'],
  ['publications'],
  ['notifications', 'search', 'exports', 'sectors', 'linked-data'],
  ['imports'],
]
const domains = levels.flat()
const domainPath = `^server/(${domains.join('|')})/`

/** Loaders, actions and what runs only on the server; every other file of app/ is sent to browsers. */
const serverSideOfApp = '^app/(root\\.tsx|routes\\.ts|entry\\.server\\.tsx|routes/.*route\\.tsx?|.*\\.server\\.tsx?)$'

const upward = levels.flatMap((level, height) =>
  level.map(domain => {
    const notLower = levels
      .slice(height)
      .flat()
      .filter(name => name !== domain)
    return forbid(
      `${domain}-imports-lower-domains-only`,
      'Lower domains do not know higher ones, and neighbours do not know each other.',
      { path: `^server/${domain}/`, pathNot: shared },
      { path: `^server/(${notLower.join('|')})/`, pathNot: shared },
    )
  }),
)

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one, or miss a third.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid('no-missing-files', 'This import leads nowhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
    forbid(
      'db-imports-nothing-of-ours',
      'db/ is the lowest.',
      { path: '^db/' },
      { path: '^(app|server|test|scripts)/' },
    ),
    forbid(
      'migrations-are-frozen',
      'A migration says what was true then, so it may not read a schema that changes.',
      { path: '^db/migrations/' },
      { path: '^db/', pathNot: '^db/migrations/' },
    ),
    forbid('server-knows-no-pages', 'The Remix build is loaded at run time.', { path: '^server/' }, { path: '^app/' }),
    forbid(
      'domains-know-no-network',
      'A domain has no Request, no socket and no server.',
      { path: domainPath },
      {
        path: '^(server/(index|http)\\.ts$|server/collab/|node_modules/(@remix-run|socket\\.io)[/-]?)',
        pathNot: shared,
      },
    ),
    forbid(
      'collab-goes-through-documents',
      'Sockets use documents, access rules and auth; other domains reach them through the database.',
      { path: '^server/collab/' },
      {
        path: '^server/',
        pathNot: `^server/((collab|documents|auth)/|(?!index|http)[^/]+\\.ts$|.*-access\\.ts$)|${shared}`,
      },
    ),
    forbid('pages-have-no-sql', 'Loaders and actions call a domain.', { path: '^app/' }, { path: '^db/' }),
    forbid(
      'pages-know-no-sockets',
      'The database is where requests and live screens meet.',
      { path: '^app/' },
      { path: '^server/(index|http|env)\\.ts$|^server/collab/', pathNot: shared },
    ),
    forbid(
      'browsers-see-only-shared',
      'This file goes to browsers.',
      { path: '^app/', pathNot: serverSideOfApp },
      { path: '^server/', pathNot: shared },
    ),
    forbid(
      'context-is-only-a-type',
      'Code comes by import, state by context: imported here it would be a second instance.',
      { path: '^app/' },
      { path: '^server/context\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'shared-stays-shared',
      'Browsers read this file, so all it imports must suit them.',
      { path: shared },
      { pathNot: `${shared}|^node_modules/(zod|yjs|diff|@tiptap/(?!react/)[^/]+)/` },
    ),
    forbid('tests-stay-tests', 'The application does not lean on its tests.', {}, { path: '^test/' }),
    ...upward,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count as well: a type from a forbidden place is a step towards its code.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}
