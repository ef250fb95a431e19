/** Run as a process of its own: opens the ledger in a folder and appends entries one by one, telling each. */
import { openLedger } from '../../ledger/open-ledger.ts';
import { EntryChain } from './entry-chain.ts';

const [home = '', process_ = '', count = '0'] = process.argv.slice(2);
const ledger = await openLedger({ home });
process.stdout.write('open\n');
for (const record of new EntryChain(process_).addMany(Number(count)).records) {
  await ledger.append([record]);
  process.stdout.write(`${String(record.entry.seq)}\n`);
}
await ledger.close();
process.stdout.write('closed\n');
