import type { Finding } from './finding.ts';
import { pointerTo } from './json-pointer.ts';

const dangerous = ['__proto__', 'constructor', 'prototype'];

/** Names that JavaScript keeps for itself, anywhere in a document. */
export function dangerousKeys(value: unknown, path = ''): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const own = pointerTo(path, key);
    if (!dangerous.includes(key)) return dangerousKeys(item, own);
    return [
      {
        code: 'dangerous-key',
        path: own,
        severity: 'error' as const,
        message: `"${key}" cannot be a name: JavaScript keeps it for itself.`,
        mend: 'Choose another name.',
      },
    ];
  });
}
