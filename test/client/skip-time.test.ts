import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startAt } from '../../client/start-at.ts';
import { skipTime } from '../../client/skip-time.ts';
import { workflowClock } from '../../client/workflow-clock.ts';
import { type DevServer, startDevServer } from './dev-server.ts';
import { bear, type Diary, diary, notes, now, tell, turnPage } from './diary.ts';

const day = 86_400_000;
const workflowsPath = fileURLToPath(new URL('./diary.ts', import.meta.url));
let server: DevServer;
let client: Client;
let worker: Worker;
let working: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  server = await startDevServer();
  client = new Client({ connection: await Connection.connect({ address: server.address }) });
  worker = await Worker.create({
    connection: await NativeConnection.connect({ address: server.address }),
    taskQueue: 'diaries',
    workflowsPath,
  });
  working = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await client.connection.close();
  await server.stop();
});

const inDays = (days: number): number => Date.now() + days * day;
const write = (due: number[] = [], more: Partial<Diary> = {}): Diary => ({
  due,
  notes: [],
  ends: false,
  ...more,
});
const open = (page: Diary): Promise<WorkflowHandle<typeof diary>> =>
  client.workflow.start(diary, { workflowId: randomUUID(), taskQueue: 'diaries', args: [page] });
const timers = async (handle: WorkflowHandle): Promise<number[]> =>
  (await handle.query(notes)).filter(([, what]) => what === 'timer').map(([at]) => at);

test('a timer of thirty days still runs after twelve, and has fired after twenty more', async () => {
  const due = inDays(30);
  const handle = await open(write([due]));
  await skipTime(client, handle.workflowId, { by: 12 * day });
  expect(await timers(handle)).toEqual([]);
  await skipTime(client, handle.workflowId, { by: 20 * day });
  const [fired] = await timers(handle);
  expect(fired! - due).toBeGreaterThanOrEqual(0);
  expect(fired! - due).toBeLessThan(5_000);
});

test('an update sent after a skip sees the instant skipped to', async () => {
  const handle = await open(write());
  const to = new Date(inDays(365));
  expect((await skipTime(client, handle.workflowId, { to })).outcome).toBe('landed');
  const seen = await handle.executeUpdate(now);
  expect(seen - to.getTime()).toBeGreaterThanOrEqual(0);
  expect(seen - to.getTime()).toBeLessThan(2_000);
  expect((await workflowClock(client, handle.workflowId)).now.getTime()).toBeGreaterThanOrEqual(
    seen,
  );
});

test('an instant already past is reached without skipping', async () => {
  const handle = await open(write());
  const skip = await skipTime(client, handle.workflowId, { to: new Date(inDays(-1)) });
  expect(skip.outcome).toBe('landed');
  expect(await handle.executeUpdate(now)).toBeLessThan(inDays(1));
});

test('one skip passes through runs that continue as new on the way, each on time', async () => {
  const due = [100, 200, 201, 900, 3000].map(inDays);
  const handle = await open(write([...due], { turnsPages: true }));
  await skipTime(client, handle.workflowId, { by: 3650 * day });
  const fired = await timers(handle);
  expect(fired).toHaveLength(due.length);
  for (const [index, at] of fired.entries()) expect(at - due[index]!).toBeLessThan(5_000);
});

test('a hundred skips over ten years replay', async () => {
  const handle = await open(write([inDays(500), inDays(2500)]));
  for (let step = 0; step < 100; step++) {
    await skipTime(client, handle.workflowId, { by: 36.5 * day });
    await handle.executeUpdate(now);
  }
  expect(await handle.executeUpdate(now)).toBeGreaterThan(inDays(3649));
  expect(await timers(handle)).toHaveLength(2);
  await Worker.runReplayHistory({ workflowsPath }, await handle.fetchHistory(), handle.workflowId);
});

test('an open child blocks its parent, and says so', async () => {
  const parent = await open(write([inDays(10)]));
  const child = randomUUID();
  await parent.executeUpdate(bear, { args: [child, write()] });
  const skip = await skipTime(client, parent.workflowId, { by: 20 * day }, { patience: 1_000 });
  expect(skip).toMatchObject({ outcome: 'blocked', waitingFor: { children: [child] } });
  // Called off: nothing moves once the child closes.
  await client.workflow.getHandle(child).terminate();
  expect(await parent.executeUpdate(now)).toBeLessThan(inDays(1));
});

test('after continue-as-new parent and child have a clock each, and can talk', async () => {
  const parent = await open(write([inDays(40)]));
  await skipTime(client, parent.workflowId, { by: 10 * day });
  const child = client.workflow.getHandle<typeof diary>(randomUUID());
  await parent.executeUpdate(bear, { args: [child.workflowId, write([inDays(30)])] });
  expect(await child.executeUpdate(now)).toBeGreaterThan(inDays(9));
  await parent.executeUpdate(turnPage);

  await skipTime(client, parent.workflowId, { to: new Date(inDays(50)) });
  expect(await timers(parent)).toHaveLength(1);
  expect(await timers(child)).toEqual([]);
  await child.signal(tell, 'from the future');
  await skipTime(client, child.workflowId, { to: new Date(inDays(50)) });
  expect((await child.query(notes)).map(([, what]) => what)).toEqual([
    'begun',
    'from the future',
    'timer',
  ]);
});

test('a workflow that closes on the way, or has closed, has ended', async () => {
  const handle = await open(write([inDays(5)], { ends: true }));
  expect((await skipTime(client, handle.workflowId, { by: 9 * day })).outcome).toBe('ended');
  expect((await skipTime(client, handle.workflowId, { by: 9 * day })).outcome).toBe('ended');
});

test('an unknown workflow is refused by name', async () => {
  await expect(skipTime(client, 'nobody', { by: day })).rejects.toMatchObject({
    code: 'ProcessNotFound',
    facts: { workflowId: 'nobody' },
  });
});

test('a workflow can begin at a later instant', async () => {
  const instant = new Date(inDays(400));
  const handle = await startAt(client, instant, diary, {
    workflowId: randomUUID(),
    taskQueue: 'diaries',
    args: [write()],
  });
  const [[begun]] = (await handle.query(notes)) as [[number, string]];
  expect(begun - instant.getTime()).toBeGreaterThanOrEqual(-5);
  expect(begun - instant.getTime()).toBeLessThan(2_000);
});
