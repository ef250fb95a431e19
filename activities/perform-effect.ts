import { ApplicationFailure, log } from '@temporalio/activity';
import type { Activities } from '../contracts/activities.ts';

/**
 * Does what a machine asked of the outside. The request itself stands in the ledger with its key; what goes to a person or a
 * public place is sent from there.
 */
export function performEffect(): Activities['performEffect'] {
  return (effect) => {
    if (effect.type !== 'notify' && effect.type !== 'publish') {
      throw ApplicationFailure.nonRetryable(
        `This worker cannot "${effect.type}".`,
        'UnknownEffect',
      );
    }
    log.debug('effect', { key: effect.key, type: effect.type });
    return Promise.resolve(null);
  };
}
