import { durable } from '../../workflows/durable.ts';
import { paintableDoor } from './machines/paintable-door.ts';

export { process } from '../../workflows/process.ts';

durable(paintableDoor);
