import { durable } from '../../workflows/durable.ts';
import { courier } from './machines/courier.ts';
import { door } from './machines/door.ts';
import { order } from './machines/order.ts';
import { quote } from './machines/quote.ts';
import { trip } from './machines/trip.ts';

export { process } from '../../workflows/process.ts';

for (const machine of [courier, door, order, quote, trip]) durable(machine);
durable(courier, { name: 'patient-courier', actors: { call: { attempts: 3 } } });
