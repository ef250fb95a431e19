import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { settings } from './settings.ts';

/**
 * Reads the ledger while `use` runs, whether or not anything else of the city does.
 *
 * @throws StatehouseError `LedgerUnavailable`
 */
export async function withLedger<T>(use: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { home, databaseUrl } = settings();
  if (databaseUrl === undefined && !existsSync(join(home, 'version.json'))) {
    throw new StatehouseError(
      'LedgerUnavailable',
      `There is no ledger yet in ${home}. Run \`npm start\` there first, name its folder in STATEHOUSE_HOME, or set DATABASE_URL.`,
      { home },
    );
  }
  const { openLedger } = await import('../../ledger/open-ledger.ts');
  const ledger = await openLedger({ home, databaseUrl });
  try {
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}
