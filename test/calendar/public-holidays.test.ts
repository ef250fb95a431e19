import { describe, expect, it } from '@jest/globals';
import { PublicHolidays } from '../../calendar/public-holidays.ts';

describe('PublicHolidays', () => {
  it('knows 4 October as a public holiday of Italy from 2026, not before', () => {
    const italy = new PublicHolidays('IT');
    expect(italy.nameOf('2025-10-04')).toBeUndefined();
    expect(italy.nameOf('2026-10-04')).toBeDefined();
  });

  it('knows the holidays of a region, however its code is written', () => {
    expect(new PublicHolidays('ES-CT').nameOf('2027-06-24')).toBeDefined();
    expect(new PublicHolidays('es-ct').version).toBe(new PublicHolidays('ES-CT').version);
    expect(new PublicHolidays('ES').nameOf('2027-06-24')).toBeUndefined();
  });

  it('keeps offices closed on the day that stands in for Veterans Day', () => {
    expect(new PublicHolidays('US').nameOf('2028-11-10')).toBeDefined();
  });

  it('takes half a day for a working day', () => {
    expect(new PublicHolidays('IS').nameOf('2029-12-24')).toBeUndefined();
    expect(new PublicHolidays('IS').nameOf('2029-12-25')).toBeDefined();
  });

  it('knows every day of a holiday that lasts several, into the next year', () => {
    const eswatini = new PublicHolidays('SZ');
    expect(eswatini.nameOf('2029-12-31')).toBe(eswatini.nameOf('2029-12-28'));
    expect(eswatini.nameOf('2030-01-02')).toBe(eswatini.nameOf('2029-12-28'));
    expect(eswatini.nameOf('2030-01-03')).toBeUndefined();
  });

  it('says which regions there are when one is unknown', () => {
    expect(() => new PublicHolidays('ES-QQ')).toThrow(/CT/);
  });
});
