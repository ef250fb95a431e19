import type { Definition } from '../../contracts/definition/definition.ts';
import { actDefinition } from './act-definition.ts';

/** An act that the council adopts and the mayor may sign, veto, object to or let pass in silence. */
export const councilAct: Definition = actDefinition({
  id: 'council-act',
  title: { en: 'Act of the council', it: 'Atto del consiglio' },
  description: {
    en: 'From the first draft through opinions, committee, council and mayor to force and the end of force.',
    it: 'Dalla prima bozza ai pareri, alla commissione, al consiglio e al sindaco, fino alla vigenza e alla sua fine.',
  },
  withMayor: true,
});
