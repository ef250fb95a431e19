import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { rightNode } from './right-node.mjs';
import { runNode } from './run-node.mjs';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

ensureInstalled();
process.exitCode = await runNode(rightNode(), [main, 'up', ...process.argv.slice(2)]);
