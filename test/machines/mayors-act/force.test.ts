import { describe, expect, it } from '@jest/globals';
import {
  clerk,
  chair,
  court,
  decree,
  force,
  mayor,
  published,
  signed,
  withRules,
} from './decree.ts';

const urgent = { urgent: true };

describe('an act of the mayor once signed', () => {
  it('has effect from the filing, in the fictional city', () => {
    const life = decree();
    signed(life);
    expect(force(life)).toBe('notYet');
    life.until('2027-03-02T10:30:00.000Z');
    life.send('act.filedWithClerk', { fileNumber: 'P-77' }, clerk);
    expect(force(life)).toBe('inForce');
    expect(life.told('act.effective')).toEqual([
      {
        actId: 'act-1',
        number: '12/2027',
        effectiveAt: '2027-03-02T10:30:00.000Z',
        body: 'mayor',
        textHash: 'text-1',
      },
    ]);
  });

  it('has effect from the signature where the rules say so', () => {
    const life = decree({ profile: withRules({ effect: 'signature' }) });
    signed(life);
    expect(life.told()).toEqual(['act.adopted', 'act.effective']);
  });

  it('has effect so many days after publication where the rules say so', () => {
    const life = decree({ profile: withRules({ effect: 'publication', effectAfter: 'P15D' }) });
    published(life);
    expect(force(life)).toBe('awaitingDate');
    expect(life.deadlines['effectDue']).toBe('2027-03-18T09:00:00.000Z');
    life.until('2027-03-18');
    expect(life.told('act.effective')).toMatchObject([{ effectiveAt: '2027-03-18T09:00:00.000Z' }]);
  });

  it('goes through filing and publication and then waits for nobody', () => {
    const life = decree();
    published(life);
    expect(life.value).toEqual({
      issued: {
        paper: 'published',
        force: 'inForce',
        ratification: 'notNeeded',
        term: 'unlimited',
      },
    });
    expect(life.deadlines).toEqual({});
    expect(life.simulation.effects.filter(({ type }) => type === 'publish')).toHaveLength(1);
  });

  it('alarms when it is not filed and not published in time', () => {
    const life = decree();
    signed(life);
    life.until('2027-03-04');
    life.send('act.filedWithClerk', {}, clerk);
    life.until('2027-03-31');
    expect(life.notices).toEqual([
      'filing.overdue -> cityClerk, secretaryGeneral',
      'publication.overdue -> cityClerk, secretaryGeneral',
    ]);
  });

  it('is published in the signed text only', () => {
    const life = decree();
    signed(life);
    life.send('act.filedWithClerk', {}, clerk);
    expect(() =>
      life.send('act.published', { textHash: 'text-0', gazette: 'Albo 3' }, clerk),
    ).toThrow(/conditions/);
  });

  it('is not in force when publication failed, where publication gives it effect', () => {
    const life = decree({ profile: withRules({ effect: 'publication' }) });
    signed(life);
    life.send('act.filedWithClerk', {}, clerk);
    life.send('publication.failed', { reason: 'The gazette was closed' }, clerk);
    expect(force(life)).toBe('notYet');
    life.until('2027-03-05T09:00:00.000Z');
    life.send('act.published', { textHash: 'text-1', gazette: 'Albo 3' }, clerk);
    expect(life.told('act.effective')).toMatchObject([{ effectiveAt: '2027-03-05T09:00:00.000Z' }]);
    expect(life.context['publications']).toMatchObject([{ what: 'failed' }, { what: 'act' }]);
  });

  it('is published again with an erratum after a wrong text, and its effect counts from then', () => {
    const life = decree({ profile: withRules({ effect: 'publication' }) });
    published(life);
    expect(force(life)).toBe('inForce');
    life.until('2027-03-10');
    life.send('wrongText.found', { textHash: 'text-0', reason: 'An old draft' }, clerk);
    expect(force(life)).toBe('notYet');
    const again = { textHash: 'text-1', gazette: 'Albo 4' };
    expect(() => life.send('act.published', again, clerk)).toThrow(/conditions/);
    life.until('2027-03-12T09:00:00.000Z');
    life.send('act.published', { ...again, erratum: 'Replaces Albo 3' }, clerk);
    expect(life.told()).toEqual([
      'act.adopted',
      'act.effective',
      'act.suspended',
      'act.effective',
      'act.reinstated',
    ]);
    expect(life.context['effectiveAt']).toBe('2027-03-12T09:00:00.000Z');
  });

  it('is not taken for wrongly published when the text that was found is the signed one', () => {
    const life = decree({ profile: withRules({ effect: 'publication' }) });
    published(life);
    expect(() =>
      life.send('wrongText.found', { textHash: 'text-1', reason: 'A mistake' }, clerk),
    ).toThrow(/conditions/);
  });

  it('keeps its effect through a wrong publication where the filing gave it', () => {
    const life = decree();
    published(life);
    life.send('wrongText.found', { textHash: 'text-0', reason: 'An old draft' }, clerk);
    expect(life.value).toMatchObject({ issued: { paper: 'filedWithClerk', force: 'inForce' } });
    expect(life.context['effectiveAt']).toBe('2027-03-02T09:00:00.000Z');
    expect(life.told()).not.toContain('act.suspended');
  });

  it('is suspended and reinstated by the supervisory authority, in force since the same day', () => {
    const life = decree();
    published(life);
    life.until('2027-04-01');
    life.send('act.suspended', { reason: 'Complaint 9/2027' }, court);
    expect(force(life)).toBe('suspended');
    life.until('2027-05-01');
    life.send('act.reinstated', { reason: 'Unfounded' }, court);
    expect(force(life)).toBe('inForce');
    expect(life.told()).toEqual([
      'act.adopted',
      'act.effective',
      'act.suspended',
      'act.reinstated',
    ]);
    expect(life.context['effectiveAt']).toBe('2027-03-02T09:00:00.000Z');
    expect(life.context['suspensions']).toMatchObject([
      { what: 'suspended', reason: 'Complaint 9/2027' },
      { what: 'reinstated', reason: 'Unfounded' },
    ]);
  });

  it('does not come back into force by reinstatement while the wrong text is out', () => {
    const life = decree({ profile: withRules({ effect: 'publication' }) });
    published(life);
    life.send('act.suspended', { reason: 'Complaint 9/2027' }, court);
    life.send('wrongText.found', { textHash: 'text-0', reason: 'An old draft' }, clerk);
    life.send('act.reinstated', {}, court);
    expect(force(life)).toBe('notYet');
    expect(life.told()).not.toContain('act.reinstated');
    life.send(
      'act.published',
      { textHash: 'text-1', gazette: 'Albo 4', erratum: 'Replaces Albo 3' },
      clerk,
    );
    expect(life.told().slice(-2)).toEqual(['act.effective', 'act.reinstated']);
  });

  it.each(['exTunc', 'exNunc'])('is annulled %s and stays on the record', (scope) => {
    const life = decree();
    published(life);
    life.send('act.annulled', { scope, reason: 'Judgment 31/2027' }, court);
    expect(life.value).toBe('annulled');
    expect(life.told('act.annulled')).toEqual([{ actId: 'act-1', scope }]);
    expect(life.context['changes']).toMatchObject([{ what: 'annulled', scope }]);
    expect(life.output).toEqual({
      actId: 'act-1',
      outcome: 'annulled',
      number: '12/2027',
      effectiveAt: '2027-03-02T09:00:00.000Z',
    });
  });

  it('may be revoked by its issuer, the office, also through an acting mayor', () => {
    const life = decree();
    published(life);
    const acting = { subject: 'dora', roles: ['mayor'], onBehalfOf: 'mara' };
    expect(() => life.send('act.revoked', { reason: 'No need' }, acting)).toThrow(/conditions/);
    life.send('act.revoked', { reason: 'No need' }, { ...acting, authority: 'Decree 2/2027' });
    expect(life.value).toBe('revokedByMayor');
    expect(life.told('act.superseded')).toEqual([{ actId: 'act-1', by: 'mayor' }]);
  });

  it('gives way to an act of the council', () => {
    const life = decree();
    published(life);
    life.send('act.superseded', { by: 'ordinance-8' }, clerk);
    expect(life.value).toBe('supersededByCouncil');
    expect(life.told('act.superseded')).toEqual([{ actId: 'act-1', by: 'ordinance-8' }]);
  });

  it('is amended and stays in force', () => {
    const life = decree();
    published(life);
    life.send('act.changed', { by: 'act-2', textHash: 'text-9' }, clerk);
    expect(force(life)).toBe('inForce');
    expect(life.context['changes']).toMatchObject([{ what: 'changed', by: 'act-2' }]);
  });

  it('survives a change of mayor, and only the new one may revoke it', () => {
    const life = decree();
    published(life);
    life.send('mayor.changed', { successor: 'nora' }, clerk);
    expect(force(life)).toBe('inForce');
    expect(life.context['issuer']).toBe('mayor');
    expect(() => life.send('act.revoked', { reason: 'No need' }, mayor)).toThrow(/conditions/);
    life.send('act.revoked', { reason: 'No need' }, { subject: 'nora', roles: ['mayor'] });
    expect(life.value).toBe('revokedByMayor');
  });

  it('expires when its last day ends, after a warning in time for another act', () => {
    const life = decree({ expiresOn: '2027-12-31' });
    published(life);
    expect(life.deadlines).toMatchObject({
      expiryWarning: '2027-07-03T22:00:00.000Z',
      expiry: '2027-12-31T22:59:59.000Z',
    });
    life.until('2028-01-01');
    expect(life.notices).toEqual(['act.expiresSoon -> initiativeLead, mayor']);
    expect(life.value).toBe('expired');
    expect(life.told('act.expired')).toEqual([{ actId: 'act-1' }]);
  });

  it('may be extended before it expires, never to an earlier day', () => {
    const life = decree({ expiresOn: '2027-12-31' });
    published(life);
    expect(() =>
      life.send('act.extended', { until: '2027-06-30', reason: 'Sooner' }, mayor),
    ).toThrow(/conditions/);
    life.send('act.extended', { until: '2028-06-30', reason: 'Still needed' }, mayor);
    life.until('2028-01-31');
    expect(force(life)).toBe('inForce');
    expect(life.context['changes']).toMatchObject([{ what: 'extended', from: '2027-12-31' }]);
    life.until('2028-07-01');
    expect(life.value).toBe('expired');
  });
});

describe('an urgent act of the mayor', () => {
  it('has effect from the signature and waits for the council to ratify it', () => {
    const life = decree(urgent);
    signed(life);
    expect(life.value).toMatchObject({
      issued: { force: 'inForce', ratification: 'ratificationPending' },
    });
    expect(life.deadlines['ratificationDue']).toBe('2027-03-31T08:00:00.000Z');
    life.send('act.ratified', { by: 'resolution-5' }, chair);
    expect(life.value).toMatchObject({ issued: { force: 'inForce', ratification: 'ratified' } });
    life.until('2027-05-01');
    expect(force(life)).toBe('inForce');
    expect(life.context['ratification']).toMatchObject({
      decision: 'ratified',
      by: 'resolution-5',
    });
  });

  it('lapses when nobody ratifies it in time, after reminders, its effects limited to that time', () => {
    const life = decree(urgent);
    signed(life);
    life.until('2027-04-01');
    expect(life.value).toBe('lapsed');
    expect(life.context['reminders']).toMatchObject([
      { left: 'reminder14' },
      { left: 'reminder7' },
      { left: 'reminder1' },
    ]);
    expect(life.context['changes']).toMatchObject([
      {
        what: 'lapsed',
        effectsFrom: '2027-03-01T09:00:00.000Z',
        effectsUntil: '2027-03-31T08:00:00.000Z',
      },
    ]);
    expect(life.told('act.expired')).toEqual([{ actId: 'act-1' }]);
    expect(life.output).toMatchObject({ outcome: 'lapsed' });
  });

  it('lapses at once when the council refuses, and the council may save what was done', () => {
    const life = decree(urgent);
    signed(life);
    life.send(
      'ratification.refused',
      { reason: 'No emergency', effects: 'Payments made stand' },
      chair,
    );
    expect(life.value).toBe('lapsed');
    expect(life.context['changes']).toMatchObject([{ effects: 'Payments made stand' }]);
  });

  it('fails rather than expires when it never had effect', () => {
    const life = decree({ ...urgent, profile: withRules({ urgentEffect: 'publication' }) });
    signed(life);
    life.until('2027-04-01');
    expect(life.told('act.failed')).toEqual([{ actId: 'act-1', reason: 'lapsed' }]);
    expect(life.told()).not.toContain('act.expired');
  });
});
