import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, and, breach, meta, notify, publish, raise } from './blocks.ts';

const end = (en: string, it: string): StateNodeConfig => ({
  type: 'final',
  meta: meta(en, it),
  entry: [
    publish('initiative.ended', { reason: cel('context.ending.reason') }),
    raise('initiative.closed'),
  ],
});

/** What must be done before anything may end. */
export const obligations = [
  'usersNotified',
  'partnersInformed',
  'commitmentsHandedOver',
  'dataRetained',
  'recordsTransferred',
];

/** An initiative ends only when its obligations are settled and nothing must still be kept. */
export const ended: Record<string, StateNodeConfig> = {
  closing: {
    meta: meta('Closing', 'In chiusura', {
      responsible: ['initiativeLead', 'cityClerk', 'departmentHead'],
    }),
    entry: [
      raise('closing.begun'),
      raise('acts.withdrawn', { index: 0 }),
      notify(['initiativeLead', 'cityClerk', 'departmentHead', 'communications'], 'closing.begun'),
    ],
    on: {
      'obligation.settled': {
        guard: 'obligationIsOpen',
        actions: amend(
          'obligations',
          { id: cel('event.obligation') },
          { settledAt: cel('now'), evidence: cel('event.evidence') },
        ),
      },
    },
    always: [
      { target: 'stopped', guard: and('closingIsDone', 'endsStopped') },
      { target: 'withdrawn', guard: and('closingIsDone', 'endsWithdrawn') },
      { target: 'annulled', guard: and('closingIsDone', 'endsAnnulled') },
      { target: 'merged', guard: and('closingIsDone', 'endsMerged') },
      { target: 'sunset', guard: and('closingIsDone', 'endsBySunset') },
    ],
    after: { closingDue: { actions: breach('closing', 'serious') } },
  },
  stopped: end('Stopped', 'Interrotta'),
  withdrawn: end('Withdrawn', 'Ritirata'),
  sunset: end('Service ended', 'Servizio cessato'),
  annulled: end('Annulled', 'Annullata'),
  merged: end('Merged into another', 'Confluita in un’altra'),
};
