/** One table decides who may import whom. Type-only imports are exempt only where `typeOnly` says so. */
const allowed = {
  contracts: [],
  calendar: ['contracts'],
  machines: ['contracts'],
  workflows: ['contracts', 'machines'],
  ledger: ['contracts'],
  activities: ['contracts', 'ledger', 'calendar'],
  embedded: ['contracts', 'ledger'],
  worker: ['contracts', 'machines', 'ledger', 'activities'],
  client: ['contracts'],
  audit: ['contracts', 'machines', 'ledger', 'calendar'],
  cli: ['contracts', 'machines', 'ledger', 'client', 'audit', 'worker', 'embedded', 'calendar'],
};
const typeOnly = { workflows: ['activities'], client: ['workflows'] };
const owners = {
  xstate: ['machines'],
  '@temporalio/workflow': ['workflows'],
  '@temporalio/activity': ['activities', 'worker'],
  '@temporalio/worker': ['worker'],
  '@temporalio/client': ['client'],
  kysely: ['ledger'],
  pg: ['ledger'],
  '@electric-sql/pglite': ['ledger'],
  'date-holidays': ['calendar'],
  'temporal-polyfill': ['calendar'],
};
const any = `^(${Object.keys(allowed).join('|')}|test|bench)/`;
const dirs = (names) => `^(${names.join('|')})/`;
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(allowed).flatMap(([from, to]) => [
      {
        name: `${from}-may-not-import`,
        severity: 'error',
        from: { path: `^${from}/` },
        to: { path: any, pathNot: dirs([from, ...to, ...(typeOnly[from] ?? [])]) },
      },
      ...(typeOnly[from] ?? []).map((target) => ({
        name: `${from}-imports-${target}-as-type-only`,
        severity: 'error',
        from: { path: `^${from}/` },
        to: { path: `^${target}/`, dependencyTypesNot: ['type-only'] },
      })),
    ]),
    ...Object.entries(owners).map(([pkg, who]) => ({
      name: `only-${who.join('-or-')}-imports-${pkg}`,
      severity: 'error',
      from: { path: any, pathNot: dirs([...who, 'test', 'bench']) },
      to: { path: `node_modules/${pkg}/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'sandbox-is-pure',
      comment: 'Everything reachable from workflows/ runs in the deterministic sandbox.',
      severity: 'error',
      from: { path: '^(contracts|machines|workflows)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|\\.statehouse)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
