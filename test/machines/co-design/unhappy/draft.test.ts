import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import { City, head, lawyer, lead, mayor, partner, treasurer } from '../city.ts';
import { approve, toGoingOfficial } from '../walk.ts';
import { all, notPossible, notTheirs, one } from './walk.ts';

const instrument = (city: City): unknown =>
  (city.part('goingOfficial') as JsonObject)['instrument'];

describe('an office that refuses the draft', () => {
  function refused(): City {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
    city.tell(
      'approval-legal',
      'approval.decided',
      { decision: 'rejected', hash: 'text-1', reason: 'no legal basis named' },
      lawyer,
    );
    return city;
  }
  const answers = (city: City): unknown => (instrument(city) as JsonObject)['reviewing'];

  it('holds it up and says why', () => {
    const city = refused();
    expect(answers(city)).toMatchObject({ legal: 'refused', finance: 'asked' });
    expect(
      city.simulation.effects.filter(({ type }) => type === 'notify').map(({ params }) => params),
    ).toContainEqual(
      expect.objectContaining({
        template: 'draft.refused',
        about: { office: 'legal', reason: 'no legal basis named' },
      }),
    );
  });

  it('is asked again about another text, and so are those who had approved the old one', () => {
    const city = refused();
    const approved = { decision: 'approved', hash: 'text-1' };
    city.tell('approval-finance', 'approval.decided', approved, treasurer);
    city.send('draft.revised', { textHash: 'text-2', reason: 'basis named' }, lead);
    expect(answers(city)).toEqual({
      legal: 'asked',
      finance: 'asked',
      department: 'asked',
      dataProtection: 'asked',
    });
    expect(() => {
      approve(city, 'text-1');
    }).toThrow(notPossible);
    approve(city, 'text-2');
    expect(instrument(city)).toBe('acting');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ textHash: 'text-2' });
  });

  it('is overridden only by somebody with the power to, who names the authority', () => {
    const city = refused();
    const override = { office: 'legal', reason: 'urgent', authority: 'charter, art. 30' };
    expect(() => city.send('opinion.overridden', override, lead)).toThrow(notTheirs);
    expect(() =>
      city.send('opinion.overridden', { ...override, office: 'finance' }, mayor),
    ).toThrow(notPossible);
    expect(() => city.send('opinion.overridden', { ...override, authority: '' }, mayor)).toThrow(
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
    city.send('opinion.overridden', override, mayor);
    expect(answers(city)).toMatchObject({ legal: 'given' });
    expect(all(city, 'decisions').map(({ what }) => what)).toContain('refusal overridden: legal');
  });

  it('cannot be the one who drafted: nobody approves their own request', () => {
    const city = new City();
    toGoingOfficial(city);
    const both = { ...lead, roles: ['initiativeLead', 'legalOfficer'] };
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, both);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, both);
    const approved = { decision: 'approved', hash: 'text-1' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, both)).toThrow(
      notPossible,
    );
    const delegate = { ...lawyer, onBehalfOf: lead.subject, authority: 'delegation 3' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, delegate)).toThrow(
      notPossible,
    );
    city.tell('approval-legal', 'approval.decided', approved, lawyer);
    expect(answers(city)).toMatchObject({ legal: 'given' });
  });

  it('is the department that will run the service, not any department', () => {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
    const approved = { decision: 'approved', hash: 'text-1' };
    expect(() =>
      city.tell('approval-department', 'approval.decided', approved, head('trade')),
    ).toThrow(notPossible);
    city.tell('approval-department', 'approval.decided', approved, head('environment'));
    expect(answers(city)).toMatchObject({ department: 'given' });
  });
});

describe('the choice that no act is needed', () => {
  it('needs a recorded legal opinion', () => {
    const city = new City();
    toGoingOfficial(city);
    const none = { instrument: 'noneNeeded', reason: 'a mere notice' };
    expect(() => city.send('instrument.chosen', none, lead)).toThrow(notPossible);
    city.send('legalOpinion.recorded', { reference: 'op 12', reasons: 'no duty' }, lawyer);
    city.send('instrument.chosen', none, lead);
    expect(instrument(city)).toBe('effective');
    expect(city.context['legalOpinion']).toMatchObject({ reference: 'op 12', by: 'leo' });
  });

  it('is not the partners’ to make', () => {
    const city = new City();
    toGoingOfficial(city);
    expect(() =>
      city.send(
        'instrument.chosen',
        { instrument: 'mayorsAct', reason: 'faster' },
        partner('university'),
      ),
    ).toThrow(notTheirs);
  });
});
