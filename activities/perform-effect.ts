import { ApplicationFailure, log } from '@temporalio/activity';
import type { Activities } from '../contracts/activities.ts';
import type { WebReader } from './catalogue/web-reader.ts';
import { verifyDatasets } from './verify-datasets.ts';

/**
 * Does what a machine asked of the outside. The request itself stands in the ledger with its key; what goes to a person or a
 * public place is sent from there.
 */
export function performEffect(web: WebReader): Activities['performEffect'] {
  return async ({ key, type, params }) => {
    log.debug('effect', { key, type });
    switch (type) {
      case 'notify':
      case 'publish':
        return null;
      case 'verifyDatasets':
        return verifyDatasets(web, params);
      default:
        throw ApplicationFailure.nonRetryable(`This worker cannot "${type}".`, 'UnknownEffect');
    }
  };
}
