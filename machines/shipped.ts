import type { Definition } from '../contracts/definition/definition.ts';
import { approval } from './approval/approval.ts';
import { coDesign } from './co-design/co-design.ts';
import { councilAct } from './council-act/council-act.ts';
import { dataset } from './dataset/dataset.ts';
import { directive } from './directive/directive.ts';
import { mayorsAct } from './mayors-act/mayors-act.ts';
import { reviewPoint } from './review-point/review-point.ts';
import { resolution } from './resolution/resolution.ts';

/** The definitions that come with Statehouse, by their ids. */
export const shipped: Readonly<Record<string, Definition>> = {
  approval,
  'co-design': coDesign,
  'council-act': councilAct,
  dataset,
  directive,
  'mayors-act': mayorsAct,
  'review-point': reviewPoint,
  resolution,
};
