import { z } from 'zod';

// zod builds faster parsers with `new Function`. Definitions are other people's data and Temporal's sandbox is no security
// boundary, so nothing here ever turns text into code. The setting counts when a schema is made: import `z` from this file only.
z.config({ jitless: true });

export { z };
