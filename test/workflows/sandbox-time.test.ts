import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';

const cel = (source: string): { '@lang': 'cel'; '@expr': string } => ({
  '@lang': 'cel',
  '@expr': source,
});

const clockwork: Definition = {
  format: 'statehouse/1',
  id: 'clockwork',
  version: '1.0.0',
  title: { en: 'Clockwork' },
  languages: ['en'],
  roles: { watchmaker: { title: { en: 'Watchmaker' } } },
  events: { 'clock.struck': { title: { en: 'The clock struck' }, by: ['watchmaker'] } },
  guards: {
    afterItBegan: {
      ...cel('now - timestamp(context.since) >= duration("0s")'),
      title: { en: 'time has not gone backwards' },
    },
  },
  machine: {
    context: { since: cel('now'), later: '', struckAt: '' },
    initial: 'running',
    states: {
      running: {
        meta: { title: { en: 'Running' }, responsible: ['watchmaker'] },
        on: {
          'clock.struck': {
            guard: 'afterItBegan',
            target: 'struck',
            actions: {
              type: 'set',
              params: {
                later: cel('string(timestamp(context.since) + duration("1h") - duration("30m"))'),
                struckAt: cel('now'),
              },
            },
          },
        },
      },
      struck: { type: 'final', meta: { title: { en: 'Struck' } } },
    },
  },
};

describe('time in the sandbox', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open();
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  it('reckons with instants as the auditor does outside', async () => {
    const watchmaker = { subject: 'wanda', roles: ['watchmaker'] };
    await city.client.start({
      id: 'clock-1',
      definition: clockwork,
      input: {},
      startedBy: watchmaker,
    });
    const { at } = await city.client.send(
      'clock-1',
      { type: 'clock.struck' },
      { actor: watchmaker },
    );
    await city.client.result('clock-1');
    const { context } = await city.client.snapshot('clock-1');
    const { since, later, struckAt } = context as Record<'since' | 'later' | 'struckAt', string>;
    expect(struckAt).toBe(at);
    expect(Date.parse(later) - Date.parse(since)).toBe(30 * 60_000);
    await eventually(async () => {
      expect(await verifyProcess(city.ledger, 'clock-1')).toMatchObject({ ok: true, entries: 2 });
    });
  });
});
