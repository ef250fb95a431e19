import type { JsonObject } from '../../contracts/json.ts';
import type { Occasion } from './occasion.ts';

/** A guard where it is used. For a named one of the definition its own type and parameters follow as another. */
export interface PlacedGuard {
  readonly type: string;
  readonly params: JsonObject | undefined;
  readonly pointer: string;
  readonly occasion: Occasion;
  /** Named guards of the definition that led here, the outermost first. */
  readonly through: readonly string[];
}

/** An action where it is used, or a part of a named one (`part`), which can be no named one itself. */
export interface PlacedAction {
  readonly type: string;
  readonly params: JsonObject | undefined;
  readonly pointer: string;
  readonly occasion: Occasion;
  readonly part: boolean;
}

/** What an expression is for: that decides which types it may have. */
export type Purpose = 'guard' | 'guardParameter' | 'value' | 'delay' | 'instant' | 'duration';

/** An object with `@expr`, which may still be no proper expression. */
export interface PlacedExpression {
  readonly expression: JsonObject;
  readonly pointer: string;
  readonly occasion: Occasion;
  readonly purpose: Purpose;
}

export interface Logic {
  readonly guards: PlacedGuard[];
  readonly actions: PlacedAction[];
  readonly expressions: PlacedExpression[];
}
