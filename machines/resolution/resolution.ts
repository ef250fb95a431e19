import type { Definition } from '../../contracts/definition/definition.ts';
import { actDefinition } from '../council-act/act-definition.ts';

/** A resolution: what the council adopts by itself, without the mayor. */
export const resolution: Definition = actDefinition({
  id: 'resolution',
  title: { en: 'Resolution of the council', it: 'Deliberazione del consiglio' },
  description: {
    en: 'From the first draft through committee and council to force, without the mayor.',
    it: 'Dalla prima bozza alla commissione e al consiglio fino alla vigenza, senza il sindaco.',
  },
  withMayor: false,
});
