/** Written into every ledger entry. A test holds both to package.json. */
export const engine = { xstate: '5.33.3', statehouse: '0.1.0' } as const;
