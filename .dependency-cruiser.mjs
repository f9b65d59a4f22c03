// The arrows of the house. Each message says what to do instead.
const feature = '^src/features/([^/]+)/'
const order = [
  'agencies',
  'people',
  'engagements',
  'team',
  'materials',
  'meetings',
  'comments',
  'themes',
  'conversations',
  'data-review',
  'root-causes',
  'plan',
  'decisions',
  'partners',
  'alignment',
  'staffing',
  'credentials',
  'practices',
  'records',
  'integrations',
]
// Agencies hold seats of people, and people hold seats in agencies: the two lowest features may use each other's stores.
const downwards = order
  .slice(2)
  .map((name, index) => ({
    name: `${name}-downwards`,
    comment: `The ${name} feature may use only features that stand before it in DESIGN §4. Move what both need down, or let the higher feature call.`,
    severity: 'error',
    from: { path: `^src/features/${name}/`, pathNot: '\\.test\\.tsx?$' },
    to: { path: `^src/features/(${order.slice(index + 3).join('|')})/` },
  }))
  .slice(0, -1)

const pure = '^src/features/[^/]+/[a-z0-9-]+\\.ts$'

export default {
  forbidden: [
    ...downwards,
    {
      name: 'lowest-features',
      comment: 'agencies and people stand lowest; nothing above them may be used there.',
      severity: 'error',
      from: { path: '^src/features/(agencies|people)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/features/(${order.slice(2).join('|')})/` },
    },
    {
      name: 'no-foreign-routes-or-pages',
      comment:
        "Use another feature's rules, stores and actions, never its routes or pages; move a shared piece of page to ui/ or give it to the page as data.",
      severity: 'error',
      from: { path: feature },
      to: {
        path: '^src/features/[^/]+/.*\\.(routes|page)\\.tsx?$',
        pathNot: ['^src/features/$1/', '^src/features/comments/receipt\\.page\\.tsx$'],
      },
    },
    {
      name: 'pure-stays-pure',
      comment:
        'A file without a role suffix has no side effects: move what touches the database, the web or the disk into a .store, .action, .routes or .job file.',
      severity: 'error',
      from: { path: pure, pathNot: ['\\.test\\.ts$', '/context\\.ts$', '/signed-in\\.ts$'] },
      to: {
        path: [
          '\\.(store|action|routes|page|job|email)\\.tsx?$',
          '^src/platform/(db/database|http/|jobs/|files/)',
          '^node:(fs|http|net|child_process)',
        ],
        pathNot: '^src/platform/http/typed\\.ts$',
      },
    },
    {
      name: 'pages-do-not-wait',
      comment: 'A page turns data into HTML. Load the data in the route and pass it in.',
      severity: 'error',
      from: { path: '\\.page\\.tsx$' },
      to: { path: '\\.(store|action|routes|job)\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stores-hold-the-sql',
      comment: 'Only stores speak to Kysely; put the query into a .store.ts file and call it.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '(\\.store\\.ts|\\.test\\.tsx?)$' },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'platform-fits-another-product',
      comment:
        'platform/ knows nothing of the product. Pass in what it needs, or move the file to a feature.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(features|cli|app|main|worker|routes)' },
    },
    {
      name: 'analysis-is-pure',
      comment: 'analysis/ is mathematics: no database, no web, no disk, no clock.',
      severity: 'error',
      from: { path: '^src/analysis/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^src/(?!analysis/)', '^node:(fs|http|net|child_process)'] },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'ui/ holds pieces that any feature can use. Give it data, not a feature.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(features|cli|app|main|worker|routes)' },
    },
    {
      name: 'features-know-no-entrance',
      comment: 'Features are called by app, worker and cli, and never call them.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(cli|app|main|worker|routes|refusals|site)' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or hide a third file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-drawers',
      comment: 'Name the file after the idea it holds; there is no drawer for leftovers.',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|helpers?|common|lib|misc)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
