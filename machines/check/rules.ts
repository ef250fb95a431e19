import type { Rule } from './rule.ts';
import { badCalendar } from './rules/bad-calendar.ts';
import { badExpression } from './rules/bad-expression.ts';
import { badSchema } from './rules/bad-schema.ts';
import { circularGuard } from './rules/circular-guard.ts';
import { deadEnd } from './rules/dead-end.ts';
import { duplicateChild } from './rules/duplicate-child.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { endlessLoop } from './rules/endless-loop.ts';
import { enteredWithoutLeaving } from './rules/entered-without-leaving.ts';
import { fieldWithoutPublicity } from './rules/field-without-publicity.ts';
import { guardWithoutExplanation } from './rules/guard-without-explanation.ts';
import { impossibleDelay } from './rules/impossible-delay.ts';
import { missingTranslation } from './rules/missing-translation.ts';
import { nobodyMaySend } from './rules/nobody-may-send.ts';
import { nobodyResponsible } from './rules/nobody-responsible.ts';
import { numericDelay } from './rules/numeric-delay.ts';
import { officialEnds } from './rules/official-ends.ts';
import { officialUnattended } from './rules/official-unattended.ts';
import { officialUnreviewed } from './rules/official-unreviewed.ts';
import { optionalField } from './rules/optional-field.ts';
import { privateField } from './rules/private-field.ts';
import { regionRestart } from './rules/region-restart.ts';
import { reservedEvent } from './rules/reserved-event.ts';
import { reservedField } from './rules/reserved-field.ts';
import { reservedRole } from './rules/reserved-role.ts';
import { settingWithoutEffect } from './rules/setting-without-effect.ts';
import { transitionNeverTaken } from './rules/transition-never-taken.ts';
import { undeclaredChildEvent } from './rules/undeclared-child-event.ts';
import { undeclaredEvent } from './rules/undeclared-event.ts';
import { unheardEvent } from './rules/unheard-event.ts';
import { unheardSnapshot } from './rules/unheard-snapshot.ts';
import { unknownAction } from './rules/unknown-action.ts';
import { unknownChild } from './rules/unknown-child.ts';
import { unknownDelay } from './rules/unknown-delay.ts';
import { unknownEvent } from './rules/unknown-event.ts';
import { unknownField } from './rules/unknown-field.ts';
import { unknownGuard } from './rules/unknown-guard.ts';
import { unknownMachine } from './rules/unknown-machine.ts';
import { unknownPropertyName } from './rules/unknown-property-name.ts';
import { unknownRole } from './rules/unknown-role.ts';
import { unknownState } from './rules/unknown-state.ts';
import { unreachableState } from './rules/unreachable-state.ts';
import { untitledState } from './rules/untitled-state.ts';
import { unusedName } from './rules/unused-name.ts';
import { variableOutOfPlace } from './rules/variable-out-of-place.ts';
import { wrongChildInput } from './rules/wrong-child-input.ts';
import { wrongParameters } from './rules/wrong-parameters.ts';

/** Everything that `check` looks for in a definition of the right form. */
export const rules: readonly Rule[] = [
  badCalendar,
  badExpression,
  badSchema,
  circularGuard,
  deadEnd,
  duplicateChild,
  duplicateId,
  endlessLoop,
  enteredWithoutLeaving,
  fieldWithoutPublicity,
  guardWithoutExplanation,
  impossibleDelay,
  missingTranslation,
  nobodyMaySend,
  nobodyResponsible,
  numericDelay,
  officialEnds,
  officialUnattended,
  officialUnreviewed,
  optionalField,
  privateField,
  regionRestart,
  reservedEvent,
  reservedField,
  reservedRole,
  settingWithoutEffect,
  transitionNeverTaken,
  undeclaredChildEvent,
  undeclaredEvent,
  unheardEvent,
  unheardSnapshot,
  unknownAction,
  unknownChild,
  unknownDelay,
  unknownEvent,
  unknownField,
  unknownGuard,
  unknownMachine,
  unknownPropertyName,
  unknownRole,
  unknownState,
  unreachableState,
  untitledState,
  unusedName,
  variableOutOfPlace,
  wrongChildInput,
  wrongParameters,
];
