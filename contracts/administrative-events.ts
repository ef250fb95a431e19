/** Types of the facts about a process itself. They stand in ledgers for ever: never renamed. */
export const administrative = {
  started: 'statehouse.started',
  deadlineResolved: 'statehouse.deadline.resolved',
  deadlinePostponed: 'statehouse.deadline.postponed',
  suspended: 'statehouse.suspended',
  resumed: 'statehouse.resumed',
  corrected: 'statehouse.corrected',
  stopped: 'statehouse.stopped',
  migrated: 'statehouse.migrated',
} as const;
