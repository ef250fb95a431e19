import { openLedger } from '../../ledger/open-ledger.ts';

/** Has the embedded ledger open, as its owner or behind its owner, until it is killed. */
const [, , home = ''] = process.argv;

process.on('disconnect', () => process.exit(1));
const ledger = await openLedger({ home });
process.send?.('ready');
// Whoever asks becomes the owner when the owner has gone.
setInterval(() => void ledger.readHead('nobody').catch(() => undefined), 200);
