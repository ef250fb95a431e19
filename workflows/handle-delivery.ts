import { limits } from '../contracts/limits.ts';
import { Delivery } from '../contracts/wire-inputs.ts';
import { administrative } from '../contracts/administrative-events.ts';
import type { Interpreter } from './interpreter.ts';

/**
 * Takes word from a child or the parent. It must carry the token that only they were given; anything else is dropped, because a
 * signal has no answer. Each delivery is taken once, however often it is sent.
 */
export function handleDelivery(interpreter: Interpreter, raw: unknown): void {
  const parsed = Delivery.safeParse(raw);
  if (!parsed.success) return;
  const delivery = parsed.data;
  if (interpreter.state.suspension !== null && delivery.stop !== true) {
    interpreter.held.push(delivery);
    return;
  }
  takeDelivery(interpreter, delivery);
}

/** Takes what arrived while the process was suspended, in the order it came. */
export function takeHeld(interpreter: Interpreter): void {
  for (const delivery of interpreter.held.splice(0)) takeDelivery(interpreter, delivery);
}

function takeDelivery(interpreter: Interpreter, delivery: Delivery): void {
  const { from, token, sequence, generation, event, ending, stop } = delivery;
  const parent = interpreter.input.parent;
  const fromParent = parent !== undefined && parent.process === from && parent.token === token;
  const child = interpreter.children.find((link) => link.process === from && link.token === token);
  if (!fromParent && child?.generation !== generation) return;
  if (interpreter.status !== 'active' || interpreter.delivered.includes(sequence)) return;
  interpreter.delivered.push(sequence);
  if (interpreter.delivered.length > limits.keys) interpreter.delivered.shift();
  const actor = { subject: from, roles: ['process'] };
  if (stop === true && fromParent) {
    interpreter.attempt({
      kind: 'administration',
      actor,
      event: { ...event, type: administrative.stopped },
    });
    return;
  }
  if (ending !== undefined && child !== undefined) {
    interpreter.attempt({ kind: 'completion', actor, event, about: { id: child.id, generation } });
    interpreter.children.splice(interpreter.children.indexOf(child), 1);
    return;
  }
  interpreter.attempt({ kind: 'delivery', actor, event });
}
