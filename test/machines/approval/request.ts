import type { JsonObject } from '../../../contracts/json.ts';
import { approval } from '../../../machines/approval/approval.ts';
import { ChildLife } from '../child-life.ts';

export const lawyer = { subject: 'leo', roles: ['legalOfficer'] };
export const requester = { subject: 'lea', roles: ['initiativeLead'] };

/** An approval of one text by the legal office, asked for on Monday 1 March 2027, due in 20 working days. */
export function request(input: JsonObject = {}): ChildLife {
  return new ChildLife(
    approval,
    {
      subject: { kind: 'plan', id: 'plan-1', hash: 'hash-1' },
      requestedBy: 'lea',
      requestedFrom: 'legalOfficer',
      dueIn: 'P20BD',
      onSilence: 'escalate',
      ...input,
    },
    '2027-03-01T09:00:00.000Z',
  );
}

export function decide(
  life: ChildLife,
  decision: string,
  subject = 'leo',
  fields: JsonObject = {},
): void {
  const more =
    decision === 'rejected'
      ? { reason: 'Not lawful' }
      : decision === 'conditional'
        ? { conditions: [`condition of ${subject}`] }
        : {};
  life.send(
    'approval.decided',
    { decision, hash: 'hash-1', ...more, ...fields },
    { subject, roles: ['legalOfficer'] },
  );
}
