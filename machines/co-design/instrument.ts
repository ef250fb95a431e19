import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import type { RoleId } from '../roles.ts';
import {
  amend,
  and,
  decided,
  given,
  meta,
  not,
  notify,
  record,
  sendTo,
  set,
  spawn,
} from './blocks.ts';

type Events = NonNullable<StateNodeConfig['on']>;
type Office = 'legal' | 'finance' | 'department' | 'dataProtection';

const offices: readonly { office: Office; role: RoleId; title: [en: string, it: string] }[] = [
  { office: 'legal', role: 'legalOfficer', title: ['Legal review', 'Esame legale'] },
  { office: 'finance', role: 'financeOfficer', title: ['Financial review', 'Esame contabile'] },
  {
    office: 'department',
    role: 'departmentHead',
    title: ['Review by the department', 'Esame del settore'],
  },
  {
    office: 'dataProtection',
    role: 'dataProtectionOfficer',
    title: ['Data protection review', 'Esame sui dati personali'],
  },
];

/** What an office said of which text, with its conditions: the next draft answers it. */
function answer(office: Office): ReturnType<typeof record> {
  return record('findings', {
    office,
    decision: cel('event.output.decision'),
    conditions: cel('event.output.conditions'),
    reason: cel('event.output.reason'),
    textHash: cel('event.output.hash'),
  });
}

/** One office is asked to approve this very text; another text makes its answer void. */
function review({ office, role, title }: (typeof offices)[number]): StateNodeConfig {
  return {
    initial: 'asked',
    meta: meta(...title),
    states: {
      asked: {
        meta: meta('Asked', 'Richiesto', { responsible: [role] }),
        // A request that nobody has answered is void once its text is no longer the one asked about.
        exit: sendTo(`approval-${office}`, {
          type: 'subject.changed',
          hash: cel('has(event.textHash) ? event.textHash : "none"'),
        }),
        invoke: {
          id: `approval-${office}`,
          src: 'approval',
          input: {
            subject: {
              kind: 'act',
              id: cel('context.draft.actId'),
              hash: cel('context.draft.textHash'),
            },
            requestedBy: cel('context.draft.by'),
            requestedFrom: role,
            ...(office === 'department' ? { organisation: cel('context.ownerDepartment') } : {}),
            dueIn: cel('context.profile.opinions.answerWithin'),
            onSilence: 'escalate',
          } as never,
          onDone: [
            { target: 'given', guard: 'itIsApproved', actions: answer(office) },
            {
              target: 'refused',
              actions: [
                answer(office),
                notify(['initiativeLead'], 'draft.refused', {
                  office,
                  reason: cel('event.output.reason == null ? dyn("") : event.output.reason'),
                }),
              ],
            },
          ],
        },
      },
      refused: {
        meta: meta('Refused', 'Negato', { responsible: ['initiativeLead', 'mayor'] }),
        on: {
          'opinion.overridden': {
            target: 'given',
            guard: `isAbout${office.charAt(0).toUpperCase()}${office.slice(1)}`,
            actions: decided(cel('"refusal overridden: " + event.office'), ['act']),
          },
        },
      },
      given: { type: 'final', meta: meta('Given', 'Espresso') },
    },
  };
}

const input = {
  actId: cel('context.draft.actId'),
  title: cel('context.draft.title'),
  profile: cel('context.profile'),
  textHash: cel('context.draft.textHash'),
  initiativeId: cel('context.initiativeId'),
  replaces: cel('context.draft.replaces'),
};
const mayorsId =
  '(context.draft.mayorsActId == "" ? context.draft.actId : context.draft.mayorsActId)';
const entry = (body: string, id: string): ReturnType<typeof set> =>
  set({
    acts: cel(
      `context.acts + [{"actId": ${id}, "body": "${body}", "status": "pending", "current": true, "number": "",
        "textHash": context.draft.textHash, "replaces": context.draft.replaces, "effectiveAt": "", "at": now}]`,
    ),
  });
const council = [
  spawn('councilAct', cel('"act-" + context.draft.actId'), input),
  entry('council', 'context.draft.actId'),
];
const resolution = [
  spawn('resolution', cel('"act-" + context.draft.actId'), input),
  entry('council', 'context.draft.actId'),
];
const mayors = [
  spawn('mayorsAct', cel(`"act-" + ${mayorsId}`), { ...input, actId: cel(mayorsId) }),
  entry('mayor', mayorsId),
];

/** Starts what the instrument needs and what is not under way already. */
export const introduce = [
  {
    target: 'acting',
    guard: and('needsCouncilAct', 'needsMayorsAct'),
    actions: [...council, ...mayors],
  },
  { target: 'acting', guard: 'needsCouncilAct', actions: council },
  { target: 'acting', guard: 'needsResolution', actions: resolution },
  { target: 'acting', guard: 'needsMayorsAct', actions: mayors },
  { target: 'acting' },
];

const choose: Events = {
  'instrument.chosen': [
    {
      target: 'effective',
      guard: and('choosesNone', 'legalOpinionIsRecorded'),
      actions: [
        set({ instrument: 'noneNeeded', bodies: [] }),
        decided('no act needed', ['act', 'legalOpinion']),
      ],
    },
    {
      target: 'drafting',
      guard: not('choosesNone'),
      actions: [
        set({
          instrument: cel('event.instrument'),
          bodies: cel(
            'event.instrument == "both" ? ["council", "mayor"] : (event.instrument == "mayorsAct" ? ["mayor"] : ["council"])',
          ),
        }),
        decided(cel('"instrument chosen: " + event.instrument'), ['act']),
      ],
    },
  ],
};
const drop = amend('acts', { current: true, status: 'failed' }, { current: false });
const dropLost = ['failed', 'annulled', 'expired', 'superseded'].map((status) =>
  amend('acts', { current: true, status }, { current: false }),
);

/** By which formal act the service becomes the city’s: chosen, drafted, reviewed, brought before who decides. */
export const instrument: StateNodeConfig = {
  id: 'instrument',
  meta: meta('Instrument', 'Strumento'),
  initial: 'choosing',
  on: {
    'legalOpinion.recorded': {
      actions: set({
        legalOpinion: {
          reference: cel('event.reference'),
          reasons: cel('event.reasons'),
          by: cel('event.actor.subject'),
          at: cel('now'),
        },
      }),
    },
  },
  states: {
    choosing: {
      meta: meta('Choosing the instrument', 'Scelta dello strumento', {
        responsible: ['initiativeLead', 'legalOfficer'],
      }),
      on: choose,
    },
    drafting: {
      meta: meta('Drafting', 'Redazione', { responsible: ['initiativeLead'] }),
      on: {
        'draft.submitted': {
          target: 'reviewing',
          guard: and('isNewAct', 'bothActsAreNamed'),
          actions: set({
            draft: {
              actId: cel('event.actId'),
              mayorsActId: given('mayorsActId'),
              title: cel('event.title'),
              textHash: cel('event.textHash'),
              by: cel('event.actor.subject'),
              replaces: cel(
                'context.acts.filter(a, !a.current).size() == 0 ? dyn("") : context.acts.filter(a, !a.current)[context.acts.filter(a, !a.current).size() - 1].actId',
              ),
            },
          }),
        },
        // Unchanged text, approved before: it need not be reviewed again.
        'act.reintroduced': {
          target: 'introducing',
          guard: and('isNewAct', 'lapsedWithTheTerm'),
          actions: set({
            draft: cel(
              `{"actId": event.actId, "mayorsActId": "", "title": context.draft.title,
                "textHash": context.draft.textHash, "by": context.draft.by, "replaces": event.replaces}`,
            ),
          }),
        },
      },
    },
    reviewing: {
      type: 'parallel',
      meta: meta('Under review', 'In esame'),
      states: Object.fromEntries(offices.map((item) => [item.office, review(item)])),
      on: {
        'draft.revised': {
          target: 'reviewing',
          reenter: true,
          guard: 'isAnotherText',
          actions: set({
            draft: cel(
              `{"actId": context.draft.actId, "mayorsActId": context.draft.mayorsActId, "title": context.draft.title,
                  "textHash": event.textHash, "by": event.actor.subject, "replaces": context.draft.replaces}`,
            ),
          }),
        },
      },
      onDone: {
        target: 'introducing',
        actions: decided('draft approved', ['act']),
      },
    },
    introducing: {
      meta: meta('Brought before who decides', 'Presentata a chi decide'),
      always: introduce,
    },
    acting: {
      meta: meta('Before who decides', 'Davanti a chi decide', {
        responsible: ['cityClerk', 'councilChair', 'mayor'],
      }),
      always: [
        {
          target: 'drafting',
          guard: 'anActLapsedWithTheTerm',
          actions: [notify(['initiativeLead'], 'act.lapsedWithTheTerm'), drop],
        },
        { target: 'failed', guard: 'anActIsLost' },
        { target: 'effective', guard: 'basisHolds' },
      ],
    },
    failed: {
      meta: meta('Not adopted', 'Non approvato', {
        responsible: ['initiativeLead', 'departmentHead', 'mayor'],
      }),
      entry: [notify(['initiativeLead', 'departmentHead'], 'act.failed'), ...dropLost],
      on: {
        'redraft.chosen': {
          target: 'drafting',
          actions: decided('to be drafted anew', ['act']),
        },
        ...choose,
      },
    },
    effective: {
      meta: meta('In force', 'In vigore', {
        resting: ['The legal basis stands.', 'La base giuridica c’è.'],
      }),
      always: { target: 'acting', guard: not('basisHolds') },
    },
  },
};
