import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../contracts/json.ts';
import { usNy } from '../../machines/profiles/us-ny.ts';
import { clerk, court, Proposal, refusal } from './proposal.ts';

const enacted = (): Proposal => new Proposal().enact();
const inForce = (fields: JsonObject = {}): Proposal => {
  const act = enacted().publish(fields);
  while (!act.state.includes('inForce')) {
    const [due] = Object.values(act.deadlines);
    act.until(due ?? '');
  }
  return act;
};

describe('an act that is law', () => {
  it('gets its number once, and is published under it with the adopted text only', () => {
    const act = enacted();
    const text = { textHash: 'text-1', gazette: 'Gazette' };
    expect(refusal(() => act.send('act.published', text, clerk))).toBe('NotAllowedNow');
    act.send('act.numbered', { number: '12/2027' }, clerk);
    expect(refusal(() => act.send('act.numbered', { number: '13/2027' }, clerk))).toBe(
      'NotAllowedNow',
    );
    expect(refusal(() => act.send('act.published', { ...text, textHash: 'text-0' }, clerk))).toBe(
      'NotAllowedNow',
    );
    act.send('act.published', text, clerk);
    expect(act.state).toContain('pendingEffect');
  });

  it('comes into force fifteen days after publication and tells its parent everything', () => {
    const act = enacted().publish();
    const published = act.said('publishedAt');
    const due = act.deadlines['effectDue'] ?? '';
    expect(due.slice(0, 10)).toBe(
      new Date(Date.parse(published) + 15 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(act.told()).toEqual(['act.introduced', 'act.adopted']);
    act.until(due);
    expect(act.told('act.effective')).toEqual([
      {
        actId: 'act-7',
        number: '12/2027',
        effectiveAt: due,
        body: 'council',
        session: 's2',
        quorum: { present: 32, seated: 32, call: 'first' },
        tally: { yes: 32, no: 0, abstain: 0, present: 32, seated: 32, statutory: 32 },
        textHash: 'text-1',
      },
    ]);
  });

  it('waits for a later day that its text names, and not for an earlier one', () => {
    const later = enacted().publish({ effectiveOn: '2027-06-01' });
    later.until('2027-05-31T21:59:59.999Z');
    expect(later.told('act.effective')).toEqual([]);
    later.until('2027-05-31T22:00:00.000Z');
    expect(later.told('act.effective')).toMatchObject([
      { effectiveAt: '2027-05-31T22:00:00.000Z' },
    ]);
    const earlier = enacted().publish({ effectiveOn: '2027-03-20' });
    earlier.until(new Date(Date.parse(earlier.deadlines['effectDue'] ?? '') - 1).toISOString());
    expect(earlier.state).toContain('pendingEffect');
  });

  it('is in force at once where the law counts from enactment', () => {
    const act = new Proposal({ profile: usNy }).enact().publish();
    expect(act.state).toContain('inForce');
  });

  it('is not in force when publication fails; the clerk is told, also when it is late', () => {
    const act = enacted();
    act.send('publication.failed', { reason: 'printer strike' }, clerk);
    expect(act.state).toContain('enacted');
    act.until(act.deadlines['publicationDue'] ?? '');
    expect(act.notices.slice(-2)).toEqual([
      'publication.failed -> cityClerk',
      'publication.overdue -> cityClerk',
    ]);
    expect(act.told('act.effective')).toEqual([]);
  });
});

describe('a wrong text in the gazette', () => {
  const wrong = { textHash: 'text-0', reason: 'an old draft was printed' };

  it('takes the act out of force until it is published again with an erratum', () => {
    const act = inForce();
    const first = act.said('effectiveAt');
    act.send('wrongText.found', wrong, clerk);
    expect(act.told('act.suspended')).toEqual([
      { actId: 'act-7', by: 'carl', reason: 'an old draft was printed' },
    ]);
    expect(refusal(() => act.publish())).toBe('NotAllowedNow');
    act.publish({ erratum: 'corrects issue 40' });
    act.until(act.deadlines['effectDue'] ?? '');
    expect(act.told().slice(-2)).toEqual(['act.effective', 'act.reinstated']);
    expect(act.said('effectiveAt') > first).toBe(true);
    expect(act.context['number']).toBe('12/2027');
  });

  it('found before the act is in force moves the day on', () => {
    const act = enacted().publish();
    const first = act.deadlines['effectDue'] ?? '';
    act.send('wrongText.found', wrong, clerk);
    act.until(first);
    expect(act.state).toContain('enacted');
    act.publish({ erratum: 'corrects issue 40' });
    expect((act.deadlines['effectDue'] ?? '') > first).toBe(true);
    expect(act.told('act.suspended')).toEqual([]);
  });
});

describe('an act in force', () => {
  it('may be suspended by a court and reinstated, its first day unchanged', () => {
    const act = inForce();
    const since = act.context['effectiveAt'];
    expect(refusal(() => act.send('act.suspended', { reason: 'appeal' }, clerk))).toBe(
      'NotYourRole',
    );
    act.send('act.suspended', { reason: 'appeal' }, court);
    expect(act.state).toContain('suspended');
    act.send('act.reinstated', { reason: 'appeal dismissed' }, court);
    expect(act.state).toContain('inForce');
    expect(act.told().slice(-3)).toEqual(['act.effective', 'act.suspended', 'act.reinstated']);
    expect(act.context['effectiveAt']).toBe(since);
  });

  it('is not in force early because a suspension before its day is lifted', () => {
    const act = enacted().publish();
    const due = act.deadlines['effectDue'] ?? '';
    act.send('act.suspended', { reason: 'appeal' }, court);
    act.send('act.reinstated', {}, court);
    expect(act.state).toContain('pendingEffect');
    act.until(due);
    expect(act.state).toContain('inForce');
  });

  it('may be annulled, from now on or from the beginning, and is never removed', () => {
    const act = inForce();
    act.send('act.annulled', { scope: 'exTunc', reason: 'no competence' }, court);
    expect(act.told('act.annulled')).toEqual([{ actId: 'act-7', scope: 'exTunc' }]);
    expect(act.output).toMatchObject({ outcome: 'annulled', number: '12/2027' });
    const suspended = inForce();
    suspended.send('act.suspended', { reason: 'appeal' }, court);
    suspended.send('act.annulled', { scope: 'exNunc', reason: 'no competence' }, court);
    expect(suspended.told('act.annulled')).toEqual([{ actId: 'act-7', scope: 'exNunc' }]);
  });

  it('may be superseded by an act, also one that its parent knows of, or repealed', () => {
    const superseded = inForce();
    superseded.relay('act.superseded', { by: 'act-8' });
    expect(superseded.told('act.superseded')).toEqual([{ actId: 'act-7', by: 'act-8' }]);
    const repealed = inForce();
    repealed.send('act.repealed', { by: 'act-9' }, clerk);
    expect(repealed.output).toMatchObject({ outcome: 'repealed' });
  });

  it('may be changed by a later act and stays in force', () => {
    const act = inForce();
    act.send('act.changed', { by: 'act-8', textHash: 'text-1-as-changed' }, clerk);
    expect(act.state).toContain('inForce');
    expect((act.context['changes'] as JsonObject[]).at(-1)).toMatchObject({ by: 'act-8' });
  });

  it('expires on the day in its text, with a warning half a year before', () => {
    const act = inForce({ expiresOn: '2030-01-01' });
    const warned = 'act.expiresSoon -> initiativeLead, councilChair';
    expect(act.deadlines).toMatchObject({
      expiryWarning: '2029-07-04T22:00:00.000Z',
      expiry: '2029-12-31T23:00:00.000Z',
    });
    act.until('2029-07-04T21:59:59.999Z');
    expect(act.notices).not.toContain(warned);
    act.until('2029-07-04T22:00:00.000Z');
    expect(act.notices).toContain(warned);
    act.until('2029-12-31T23:00:00.000Z');
    expect(act.told('act.expired')).toEqual([{ actId: 'act-7' }]);
    expect(act.output).toMatchObject({ outcome: 'expired' });
  });
});
