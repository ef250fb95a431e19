import type { LocalizedText } from '../../contracts/localized-text.ts';
import type { Comparison, Fraction } from '../rational.ts';

const bases = {
  statutory: { en: 'all seats', it: 'tutti i seggi assegnati' },
  seated: { en: 'the members in office', it: 'i componenti in carica' },
  partners: { en: 'the partners', it: 'i partner' },
  present: { en: 'the members present', it: 'i presenti' },
  cast: { en: 'the votes for and against', it: 'i voti favorevoli e contrari' },
  votingPower: { en: 'all voting power', it: 'tutto il peso di voto' },
} as const;

/** «more than 1/2 of the members in office», for the question «why not yet?». */
export function shareInWords(
  cmp: Comparison,
  [numerator, denominator]: Fraction,
  base: keyof typeof bases,
  plus = 0,
): Record<'en' | 'it', string> & LocalizedText {
  const share = `${numerator}/${denominator}`;
  const more = plus === 0 ? '' : ` + ${plus}`;
  return cmp === '>'
    ? {
        en: `more than ${share}${more} of ${bases[base].en}`,
        it: `più di ${share}${more} (${bases[base].it})`,
      }
    : {
        en: `at least ${share}${more} of ${bases[base].en}`,
        it: `almeno ${share}${more} (${bases[base].it})`,
      };
}
