import { describe, expect, it } from '@jest/globals';
import { City, clerk, general, head, lead, mayor } from '../city.ts';
import {
  councilVote,
  draft,
  inDays,
  incorporate,
  mayorsAct,
  prepareGate,
  promulgate,
  toGoingOfficial,
  toOfficial,
} from '../walk.ts';
import { all, childValue, designingCity, notPossible, notTheirs, one, region } from './walk.ts';

const dispute = (city: City): unknown => region(city, 'compliance', 'watched', 'departments');

function identify(city: City, id: string): void {
  city.send('department.identified', { id, name: id, part: 'helps' }, lead);
}
function refuse(city: City, id: string): void {
  city.send('department.refused', { id, reason: 'no staff' }, head(id));
}
function merge(city: City, department: string, into: string): void {
  city.send('department.merged', { department, into, effectiveAt: city.simulation.now }, general);
}

describe('a department that refuses to take part', () => {
  it('climbs from its head to the secretary general and to the mayor, five working days each', () => {
    const city = designingCity();
    identify(city, 'trade');
    refuse(city, 'trade');
    expect(dispute(city)).toEqual({ disputed: 'toHead' });
    city.until('2027-03-07');
    expect(dispute(city)).toEqual({ disputed: 'toHead' });
    city.until('2027-03-08');
    expect(dispute(city)).toEqual({ disputed: 'toSecretaryGeneral' });
    city.until('2027-03-15');
    expect(dispute(city)).toEqual({ disputed: 'toMayor' });
    expect(city.notices.filter((notice) => notice === 'department.refused')).toHaveLength(2);
  });

  it('may change its mind, which ends the dispute', () => {
    const city = designingCity();
    identify(city, 'trade');
    refuse(city, 'trade');
    city.send('department.confirmed', { id: 'trade', resources: 'one person' }, head('trade'));
    expect(dispute(city)).toBe('settled');
    expect(city.met).toContain('C4');
  });

  it('may be told to take part by its superiors, which is not its own yes', () => {
    const city = designingCity();
    identify(city, 'trade');
    refuse(city, 'trade');
    const order = { id: 'trade', reason: 'needed', authority: 'order 4' };
    expect(() => city.send('department.ordered', order, lead)).toThrow(notTheirs);
    city.send('department.ordered', order, mayor);
    expect(dispute(city)).toBe('settled');
    expect(one(city, 'departments', 'trade')).toMatchObject({
      status: 'ordered',
      authority: 'order 4',
    });
    expect(city.met).not.toContain('C4');
  });

  it('may be let go, and the gate waits for another', () => {
    const city = designingCity();
    identify(city, 'trade');
    refuse(city, 'trade');
    city.send('department.released', { id: 'trade', reason: 'too small' }, general);
    expect(dispute(city)).toBe('settled');
    expect(city.met).not.toContain('C4');
  });

  it('is not answered for by the head of another', () => {
    const city = designingCity();
    identify(city, 'trade');
    expect(() =>
      city.send('department.confirmed', { id: 'trade', resources: 'two' }, head('mobility')),
    ).toThrow(notPossible);
    expect(() =>
      city.send('department.refused', { id: 'trade', reason: 'no' }, head('mobility')),
    ).toThrow(notPossible);
  });

  it('does not confirm by being named', () => {
    const city = designingCity();
    identify(city, 'trade');
    expect(city.met).not.toContain('C4');
  });

  it('takes back what it confirmed, and the checklist with it', () => {
    const city = designingCity();
    prepareGate(city);
    expect(city.met).toContain('C4');
    refuse(city, 'environment');
    expect(city.met).not.toContain('C4');
    expect(all(city, 'regressions')).toMatchObject([{ items: ['C4'] }]);
  });
});

describe('a department that is merged into another', () => {
  it('has confirmed nothing for its successor, whose own yes is needed', () => {
    const city = designingCity();
    prepareGate(city);
    merge(city, 'environment', 'climate');
    expect(one(city, 'departments', 'environment')).toMatchObject({
      status: 'merged',
      into: 'climate',
    });
    expect(one(city, 'departments', 'climate')).toMatchObject({ status: 'identified' });
    expect(city.met).not.toContain('C4');
    city.send('department.confirmed', { id: 'climate', resources: 'two' }, head('climate'));
    expect(city.met).toContain('C4');
  });

  it('leaves its directive to the successor, who must accept it and write it down anew', () => {
    const city = new City();
    toOfficial(city);
    merge(city, 'environment', 'climate');
    expect(city.met).not.toContain('C5');
    expect(one(city, 'directives', 'd1', 'directiveId')).toMatchObject({
      addressees: ['climate'],
      acknowledged: [],
      status: 'issued',
    });
    const child = 'directive-d1';
    expect(() =>
      city.tell(child, 'directive.acknowledged', { department: 'climate' }, head('environment')),
    ).toThrow(notPossible);
    const owner = head('climate');
    city.tell(child, 'directive.acknowledged', { department: 'climate' }, owner);
    city.tell(
      child,
      'sop.recorded',
      { department: 'climate', docId: 'SOP-4', version: '2' },
      owner,
    );
    city.tell(child, 'sop.verified', { department: 'climate', version: '2' }, clerk);
    expect(city.met).toContain('C5');
    expect(city.part('official')).toEqual({ operating: 'running' });
  });
});

describe('an addressee of a directive', () => {
  function issued(): City {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    identify(city, 'trade');
    city.send('department.confirmed', { id: 'trade', resources: 'one' }, head('trade'));
    city.send(
      'directive.issued',
      {
        id: 'd1',
        instruction: 'run the desk',
        addressees: ['environment', 'trade'],
        procedure: 'SOP-4',
        dueIn: 'P60BD',
      },
      mayor,
    );
    return city;
  }
  function write(city: City, department: string, version = '1'): void {
    city.tell('directive-d1', 'directive.acknowledged', { department }, head(department));
    city.tell(
      'directive-d1',
      'sop.recorded',
      { department, docId: 'SOP-4', version },
      head(department),
    );
    city.tell('directive-d1', 'sop.verified', { department, version }, clerk);
  }
  const part = (city: City): unknown =>
    (city.part('goingOfficial') as { directives: unknown }).directives;

  it('that refuses opens a dispute, and the directive is not done without it', () => {
    const city = issued();
    city.tell(
      'directive-d1',
      'directive.refused',
      { department: 'trade', reason: 'no staff' },
      head('trade'),
    );
    write(city, 'environment');
    expect(one(city, 'directives', 'd1', 'directiveId')).toMatchObject({ refused: ['trade'] });
    expect(city.notices).toContain('directive.refused');
    expect(city.met).not.toContain('C5');
    expect(part(city)).toBe('acknowledging');
    city.tell(
      'directive-d1',
      'refusal.confirmed',
      { department: 'trade', reason: 'no' },
      head('trade'),
    );
    city.tell(
      'directive-d1',
      'directive.insisted',
      { department: 'trade', reason: 'must' },
      general,
    );
    write(city, 'trade');
    expect(city.met).toContain('C5');
    expect(part(city)).toBe('done');
  });

  it('that is let go by the mayor is waited for no more', () => {
    const city = issued();
    city.tell(
      'directive-d1',
      'directive.refused',
      { department: 'trade', reason: 'no staff' },
      head('trade'),
    );
    write(city, 'environment');
    inDays(city, 30);
    city.tell('directive-d1', 'department.released', { department: 'trade', reason: 'ok' }, mayor);
    expect(city.met).toContain('C5');
    expect(part(city)).toBe('done');
  });

  it('that is abolished takes the checklist with it, until another has taken over', () => {
    const city = issued();
    write(city, 'environment');
    write(city, 'trade');
    expect(city.met).toContain('C5');
    city.tell(
      'directive-d1',
      'department.abolished',
      { department: 'trade', reason: 'reform' },
      general,
    );
    expect(childValue(city, 'directive-d1')).toHaveProperty('live.open');
    expect(city.met).not.toContain('C5');
    city.tell(
      'directive-d1',
      'directive.reassigned',
      { department: 'trade', to: 'mobility', reason: 'near' },
      general,
    );
    write(city, 'mobility');
    expect(city.met).toContain('C5');
    expect(part(city)).toBe('done');
  });

  it('must be a department that takes part', () => {
    const city = issued();
    expect(() =>
      city.send(
        'directive.issued',
        {
          id: 'd2',
          instruction: 'run the desk',
          addressees: ['mobility'],
          procedure: 'SOP-4',
          dueIn: 'P60BD',
        },
        mayor,
      ),
    ).toThrow(notPossible);
  });

  it('has nothing to accept before an act is in force', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    expect(() => {
      incorporate(city);
    }).toThrow(notPossible);
    councilVote(city);
    expect(() => {
      incorporate(city);
    }).toThrow(notPossible);
    promulgate(city);
    incorporate(city);
    expect(city.met).toContain('C5');
  });

  it('cannot verify its own procedure', () => {
    const city = issued();
    const owner = head('trade');
    city.tell('directive-d1', 'directive.acknowledged', { department: 'trade' }, owner);
    const written = { department: 'trade', docId: 'SOP-4', version: '1' };
    city.tell('directive-d1', 'sop.recorded', written, owner);
    const alsoClerk = { ...owner, roles: ['departmentHead', 'cityClerk'] };
    expect(() =>
      city.tell('directive-d1', 'sop.verified', { department: 'trade', version: '1' }, alsoClerk),
    ).toThrow(notPossible);
  });
});
