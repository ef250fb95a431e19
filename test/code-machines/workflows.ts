import { durable } from '../../workflows/durable.ts';
import { door } from './machines/door.ts';
import { order } from './machines/order.ts';
import { quote } from './machines/quote.ts';
import { trip } from './machines/trip.ts';

export { process } from '../../workflows/process.ts';

for (const machine of [door, order, quote, trip]) durable(machine);
