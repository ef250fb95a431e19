import type { ProcessInput } from '../../contracts/process-input.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import { shipped } from '../../machines/shipped.ts';

/** A process to look at for whoever starts Statehouse for the first time; undefined when its definition is not there. */
export function sample(): ProcessInput | undefined {
  const definition = shipped['approval'];
  if (definition === undefined) return undefined;
  const text = 'Plan for the school street in Via Galilei: no through traffic from 7:30 to 9:00.';
  return {
    id: 'school-street',
    definition,
    startedBy: { subject: 'lead-1', roles: ['initiativeLead'] },
    input: {
      subject: { kind: 'plan', id: 'school-street', hash: contentHash(text) },
      requestedBy: 'lead-1',
      requestedFrom: 'legalOfficer',
      dueIn: 'P10BD',
      onSilence: 'escalate',
    },
  };
}
