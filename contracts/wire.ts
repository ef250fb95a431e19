/** Names on the wire. Other people's clients use them: never rename, only add. */
export const wire = {
  taskQueue: 'statehouse',
  workflow: 'process',
  update: {
    send: 'send',
    postpone: 'postpone',
    suspend: 'suspend',
    resume: 'resume',
    migrate: 'migrate',
    correct: 'correct',
  },
  query: { snapshot: 'snapshot', next: 'next', ledgerHead: 'ledgerHead' },
  /** Between processes: children answer their parents and parents write to their children. */
  signal: { deliver: 'deliver' },
} as const;
