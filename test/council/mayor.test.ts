import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../contracts/json.ts';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';
import { usNy } from '../../machines/profiles/us-ny.ts';
import { resolution } from '../../machines/resolution/resolution.ts';
import { clerk, committeeChair, lead, mayor, Proposal, refusal, treasurer } from './proposal.ts';

const withMayor = (profile = usNy): Proposal => new Proposal({ profile }).adopt().present();
const vetoed = (): Proposal => {
  const act = withMayor();
  act.send('act.vetoed', { reason: 'too dear' }, mayor);
  return act;
};

describe('the mayor', () => {
  it('signs the adopted text and no other, having neither drafted nor reviewed it', () => {
    const act = withMayor();
    expect(refusal(() => act.send('act.signed', { textHash: 'text-0' }, mayor))).toBe(
      'NotAllowedNow',
    );
    for (const { subject } of [lead, treasurer]) {
      const other = { subject, roles: ['mayor'] };
      expect(refusal(() => act.send('act.signed', { textHash: 'text-1' }, other))).toBe(
        'NotAllowedNow',
      );
    }
    act.send('act.signed', { textHash: 'text-1' }, mayor);
    expect(act.state).toContain('law');
    expect(act.context['signedBy']).toBe('mara');
  });

  it('is presented with the adopted text only', () => {
    const act = new Proposal({ profile: usNy }).adopt();
    expect(refusal(() => act.send('act.presented', { textHash: 'text-0' }, clerk))).toBe(
      'NotAllowedNow',
    );
    expect(act.deadlines['presentDue']).toBeDefined();
  });

  it('makes the act law by silence on the thirtieth day, in summer time as in winter time', () => {
    const act = withMayor();
    // Summer time begins in New York on 14 March 2027, so thirty of its days are an hour less.
    const presented = act.said('presentedAt');
    const due = act.deadlines['mayorDue'] ?? '';
    expect(Date.parse(due) - Date.parse(presented)).toBe((30 * 24 - 1) * 3_600_000);
    act.until(new Date(Date.parse(due) - 1).toISOString());
    expect(act.state).toBe('mayor.deciding');
    act.until(due);
    expect(act.state).toContain('force.enacted');
    expect(act.context['silentAt']).toBe(due);
    expect(refusal(() => act.send('act.vetoed', { reason: 'late' }, mayor))).toBe('NotAllowedNow');
  });

  it('is not taken as consenting where the profile lets silence only raise the alarm', () => {
    const act = withMayor(euGeneric);
    act.until(act.deadlines['mayorDue'] ?? '');
    expect(act.state).toBe('mayor.silent');
    expect(act.notices).toContain('mayor.silent -> cityClerk, councilChair');
    expect(refusal(() => act.send('mayorSilence.recorded', {}, clerk))).toBe('NotAllowedNow');
    act.send('act.signed', { textHash: 'text-1' }, mayor);
    expect(act.state).toContain('law');
  });

  it('loses the act to a recall, after which committee and council decide anew', () => {
    const act = withMayor();
    act.send('act.recalled', { reason: 'a wrong figure' }, clerk);
    act.send('act.recommitted', { committee: 'Waste' }, clerk);
    expect([act.state, act.context['adopted']]).toEqual(['committee', null]);
    const tied = { yes: 3, no: 3, abstain: 1, present: 7, seated: 7, statutory: 7 };
    const report = { committee: 'Waste', textHash: 'text-1' };
    for (const fields of [report, { ...report, tally: tied }]) {
      expect(refusal(() => act.send('committee.approved', fields, committeeChair))).toBe(
        'NotAllowedNow',
      );
    }
    act.send('committee.approved', { ...report, tally: { ...tied, yes: 4 } }, committeeChair);
    act.callVote();
    act.vote({ yes: 40, no: 11 });
    expect(act.told('act.adopted')).toHaveLength(2);
    expect(refusal(() => withMayor(euGeneric).send('act.recalled', {}, clerk))).toBe(
      'NotAllowedNow',
    );
  });

  it('loses it to its reviewers when it is recalled and changed in substance', () => {
    const act = withMayor();
    act.send('act.recalled', {}, clerk);
    act.send('act.amended', { textHash: 'text-2', substantive: true }, clerk);
    expect(act.state).toContain('reviewing');
    expect(act.review().state).toBe('ready');
  });

  it('has no part in a resolution', () => {
    const act = new Proposal({ profile: usNy, definition: resolution }).adopt();
    expect(act.state).toContain('law.force.enacted');
    expect(refusal(() => act.send('act.vetoed', { reason: 'no' }, mayor))).toBe('UnknownEvent');
  });
});

describe('a veto', () => {
  it('is overridden by two thirds of all seats, with quorum and roll call', () => {
    const act = vetoed();
    expect(refusal(() => act.override({ yes: 33, no: 18 }))).toBe('NotAllowedNow');
    expect(refusal(() => act.override({ yes: 34, no: 17 }, 'lost'))).toBe('NotAllowedNow');
    expect(refusal(() => act.override({ yes: 34, no: 17 }, 'carried', { rollCall: [] }))).toBe(
      'NotAllowedNow',
    );
    act.override({ yes: 34, no: 17 });
    expect(act.state).toContain('force.enacted');
  });

  it('stands when the council fails, which it may try once', () => {
    const act = vetoed();
    act.override({ yes: 33, no: 18 }, 'lost');
    expect(act.state).toBe('vetoStands');
    expect(act.told('act.failed')).toEqual([{ actId: 'act-7', reason: 'vetoSustained' }]);
    expect(refusal(() => act.override({ yes: 51, no: 0 }))).toBe('NotAllowedNow');
  });

  it('stands when thirty days have passed', () => {
    const act = vetoed();
    act.until(act.deadlines['overrideDue'] ?? '');
    expect([act.state, act.output]).toEqual([
      'vetoStands',
      expect.objectContaining({ outcome: 'vetoSustained' }),
    ]);
  });

  it('is not overridden where there was none, and nothing is signed after one', () => {
    expect(refusal(() => withMayor().override({ yes: 51, no: 0 }))).toBe('NotAllowedNow');
    expect(refusal(() => vetoed().send('act.signed', { textHash: 'text-1' }, mayor))).toBe(
      'NotAllowedNow',
    );
    expect(refusal(() => withMayor(euGeneric).send('act.vetoed', { reason: 'no' }, mayor))).toBe(
      'NotAllowedNow',
    );
  });
});

describe('a veto of lines', () => {
  const veto = { ...usNy.mayor.veto, lines: true };
  const profile = { ...usNy, mayor: { ...usNy.mayor, veto } };
  const fields = { lines: ['7', '9'], approvedTextHash: 'text-1-less-7-9', reason: 'too dear' };
  const split = (): Proposal => {
    const act = withMayor(profile);
    act.send('lines.vetoed', fields, mayor);
    return act;
  };

  it('splits the act: the rest becomes law and comes into force, the lines are reconsidered', () => {
    const act = split();
    expect(act.value).toEqual({ law: { force: 'enacted', lines: 'reconsidered' } });
    expect(refusal(() => act.publish({ textHash: 'text-1' }))).toBe('NotAllowedNow');
    act.publish();
    expect(act.value).toEqual({ law: { force: { inForce: 'steady' }, lines: 'reconsidered' } });
    expect(act.told('act.effective')).toEqual([
      expect.objectContaining({ textHash: 'text-1-less-7-9' }),
    ]);
  });

  it('falls when the council overrides: the whole text is law and is published', () => {
    const act = split().publish();
    act.override({ yes: 34, no: 17 });
    expect(act.value).toEqual({ law: { force: { inForce: 'steady' }, lines: 'restored' } });
    act.publish();
    expect(act.value).toEqual({ law: { force: { inForce: 'steady' }, lines: 'published' } });
    expect(act.context['lawHash']).toBe('text-1');
  });

  it('stands for those lines when the council fails or lets the time pass', () => {
    const failed = split();
    failed.override({ yes: 33, no: 18 }, 'lost');
    const late = split();
    late.until(late.deadlines['overrideDue'] ?? '');
    for (const act of [failed, late]) {
      expect(act.value).toEqual({ law: { force: 'enacted', lines: 'struck' } });
      expect(refusal(() => act.override({ yes: 51, no: 0 }))).toBe('NotAllowedNow');
    }
  });

  it('is not possible where the profile does not allow it', () => {
    expect(refusal(() => withMayor().send('lines.vetoed', fields, mayor))).toBe('NotAllowedNow');
  });
});

describe('an objection', () => {
  const objected = (): Proposal => {
    const act = withMayor(euGeneric);
    act.send('act.objected', { reason: 'beyond our powers' }, mayor);
    return act;
  };
  const day = (act: Proposal, days: number): string =>
    new Date(Date.parse(act.said('objectedAt')) + days * 86_400_000).toISOString().slice(0, 10);

  it('suspends the act until a new vote, not before the third and not after the fourteenth day', () => {
    const act = objected();
    expect(refusal(() => act.override({ yes: 32, no: 0 }))).toBe('NotAllowedNow');
    act.until(day(act, 3));
    expect(refusal(() => act.override({ yes: 16, no: 16 }))).toBe('NotAllowedNow');
    act.override({ yes: 17, no: 15 });
    expect(act.state).toBe('mayor.deciding');
    const again = { reason: 'still' };
    expect(refusal(() => act.send('act.objected', again, mayor))).toBe('NotAllowedNow');
    act.send('act.signed', { textHash: 'text-1' }, mayor);
    expect(act.state).toContain('law');
  });

  it('stands when the council gives way or never votes', () => {
    const lost = objected();
    lost.until(day(lost, 3));
    expect(refusal(() => lost.override({ yes: 22, no: 10 }, 'lost'))).toBe('NotAllowedNow');
    lost.override({ yes: 10, no: 22 }, 'lost');
    const silent = objected();
    silent.until(day(silent, 13));
    expect(silent.state).toBe('objected.mayVote');
    silent.until(day(silent, 14));
    for (const act of [lost, silent]) {
      expect(act.told('act.failed')).toEqual([{ actId: 'act-7', reason: 'objectionStands' }]);
    }
  });
});

describe('the end of the council’s term', () => {
  const end = (act: Proposal): Proposal => {
    act.send('session.ended', {}, clerk);
    return act;
  };
  const onFloor = (profile = usNy): Proposal =>
    new Proposal({ profile }).submit().review().introduce().toFloor();

  it('files what is pending, a vetoed act too', () => {
    for (const act of [end(onFloor()), end(vetoed())]) {
      expect(act.state).toBe('lapsed');
      expect(act.told('act.failed')).toEqual([{ actId: 'act-7', reason: 'sessionEnded' }]);
    }
  });

  it('does not touch what the council has passed', () => {
    expect(refusal(() => end(withMayor()))).toBe('NotAllowedNow');
    expect(refusal(() => end(new Proposal({ profile: usNy }).enact()))).toBe('NotAllowedNow');
  });

  it('is only noted where pending acts are kept', () => {
    const act = end(onFloor(euGeneric));
    expect(act.state).toContain('floor');
    expect((act.context['changes'] as JsonObject[])[0]).toMatchObject({ what: 'session.ended' });
  });

  it('is not the only way to be filed', () => {
    const act = onFloor();
    act.send('act.filed', { by: 'council' }, clerk);
    expect(act.context).toMatchObject({ outcome: 'filed', filedBy: 'council' });
    expect(refusal(() => withMayor().send('act.filed', { by: 'council' }, clerk))).toBe(
      'NotAllowedNow',
    );
  });
});
