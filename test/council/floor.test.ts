import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../contracts/json.ts';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';
import { usNy } from '../../machines/profiles/us-ny.ts';
import { resolution } from '../../machines/resolution/resolution.ts';
import { chair, clerk, committeeChair, lead, member, Proposal, refusal } from './proposal.ts';

const ready = (profile = euGeneric): Proposal =>
  new Proposal({ profile }).submit().review().introduce().toFloor();
const voting = (profile = euGeneric): Proposal => ready(profile).notice().callVote();
const lastVote = (act: Proposal): JsonObject => (act.context['votes'] as JsonObject[]).at(-1) ?? {};

describe('notice and readings', () => {
  it('keep the council from meeting on a text that was not posted five working days before', () => {
    const act = ready();
    expect(refusal(() => act.meet())).toBe('NotAllowedNow');
    act.send('notice.posted', { textHash: 'text-1', place: 'Town hall' }, clerk);
    expect(act.deadlines['noticeServed']).toBe('2027-03-08T22:59:59.000Z');
    act.until('2027-03-08T22:59:58.000Z');
    expect(refusal(() => act.meet())).toBe('NotAllowedNow');
    act.until('2027-03-08T22:59:59.000Z');
    expect(act.meet().state).toContain('meeting.sitting');
  });

  it('may be waived by the chair, with reasons, where the profile lets notice be waived', () => {
    const act = ready();
    expect(refusal(() => act.send('notice.waived', { reason: 'flood' }, clerk))).toBe(
      'NotYourRole',
    );
    act.send('notice.waived', { reason: 'flood' }, chair);
    expect(act.meet().state).toContain('meeting.sitting');
    const strict = ready({ ...euGeneric, notice: { ...euGeneric.notice, mayBeWaived: false } });
    expect(refusal(() => strict.send('notice.waived', { reason: 'flood' }, chair))).toBe(
      'NotAllowedNow',
    );
  });

  it('are two readings at different meetings a week apart, unless waived', () => {
    const act = ready().notice().meet();
    act.send('reading.held', {}, clerk);
    act.send('motion.moved', { motion: 'adopt' }, member(1));
    expect(refusal(() => act.send('vote.called', {}, chair))).toBe('NotAllowedNow');
    expect(refusal(() => act.send('reading.held', {}, clerk))).toBe('NotAllowedNow');
    act.send('session.adjourned', {}, chair);
    act.until('2027-03-15T22:59:58.000Z');
    act.meet();
    expect(refusal(() => act.send('reading.held', {}, clerk))).toBe('NotAllowedNow');
    act.until('2027-03-15T22:59:59.000Z');
    act.send('reading.held', {}, clerk);
    act.send('motion.moved', { motion: 'adopt' }, member(1));
    act.send('vote.called', {}, chair);
    expect(act.state).toContain('meeting.voting');
    const hurried = ready().notice().meet();
    hurried.send('reading.held', {}, clerk);
    hurried.send('reading.held', { waiver: 'unanimous' }, clerk);
    expect(hurried.context['readings']).toHaveLength(2);
  });

  it('are at different meetings even where no time need lie between them', () => {
    const readings = { ...euGeneric.readings, gap: 'PT0S' };
    const act = ready({ ...euGeneric, readings })
      .notice()
      .meet();
    act.send('reading.held', {}, clerk);
    act.until(act.simulation.now);
    expect(act.context['gapOver']).toBe(true);
    expect(refusal(() => act.send('reading.held', {}, clerk))).toBe('NotAllowedNow');
    act.send('session.adjourned', {}, chair);
    act.meet().send('reading.held', {}, clerk);
    expect(act.context['readings']).toHaveLength(2);
  });
});

describe('a vote of the council', () => {
  it('is called on a motion, once all readings were held', () => {
    const readings = { ...euGeneric.readings, count: 1 };
    const act = ready({ ...euGeneric, readings })
      .notice()
      .meet();
    act.send('reading.held', {}, clerk);
    expect(refusal(() => act.send('vote.called', {}, chair))).toBe('NotAllowedNow');
    act.send('motion.moved', { motion: 'adopt' }, member(1));
    act.send('vote.called', {}, chair);
    expect(act.state).toContain('meeting.voting');
  });

  it('counts unseen in a register’s summary only, and only when its clerk attests it', () => {
    const register = new Proposal({
      profile: usNy,
      input: { record: 'summary', textHash: 'text-1' },
    });
    register.introduce().toFloor();
    const vote = { session: 's1', textHash: 'text-1', declared: 'carried' };
    expect(refusal(() => register.send('council.voted', vote, clerk))).toBe('NotAllowedNow');
    const attested = { ...vote, attested: true };
    register.send('council.voted', attested, clerk);
    expect(register.state).toBe('adopted');
    const full = voting();
    expect(refusal(() => full.send('council.voted', attested, clerk))).toBe('NotAllowedNow');
  });

  it('carries by the profile’s majority and makes the act, on the very text that was voted', () => {
    const act = voting();
    expect(refusal(() => act.vote({ yes: 12, no: 12 }))).toBe('NotAllowedNow');
    act.vote({ yes: 13, no: 12 });
    expect(act.state).toBe('adopted');
    expect(act.told('act.adopted')).toEqual([
      expect.objectContaining({ actId: 'act-7', body: 'council', textHash: 'text-1' }),
    ]);
  });

  it('is refused when it is on another text than the present one', () => {
    const act = voting();
    const other = { textHash: 'text-0' };
    expect(refusal(() => act.vote({ yes: 32, no: 0 }, 'carried', other))).toBe('NotAllowedNow');
  });

  it('ends the act when it is lost; a result that the count does not bear out is refused', () => {
    const act = voting();
    expect(refusal(() => act.vote({ yes: 20, no: 12 }, 'lost'))).toBe('NotAllowedNow');
    act.vote({ yes: 12, no: 20 }, 'lost');
    expect(act.state).toBe('defeated');
    expect(act.told('act.failed')).toEqual([{ actId: 'act-7', reason: 'defeated' }]);
    expect(act.output).toEqual({
      actId: 'act-7',
      outcome: 'defeated',
      number: '',
      effectiveAt: '',
    });
  });

  it('is recounted from the roll call, one vote for each member', () => {
    const act = voting();
    const rollCall = Array.from({ length: 17 }, (_vote, index) => ({
      voter: `member-${index + 1}`,
      option: 'yes',
    }));
    const count = { yes: 17, no: 0 };
    expect(refusal(() => act.vote({ yes: 18, no: 0 }, 'carried', { rollCall }))).toBe(
      'NotAllowedNow',
    );
    const twice = [...rollCall.slice(1), rollCall[1]] as never;
    expect(refusal(() => act.vote(count, 'carried', { rollCall: twice }))).toBe('NotAllowedNow');
    act.vote(count, 'carried', { rollCall });
    expect(act.state).toBe('adopted');
  });

  it('is never recorded by one who voted', () => {
    const act = voting();
    const clerkWhoVotes = { subject: 'member-1', roles: ['cityClerk', 'councilMember'] };
    expect(refusal(() => act.vote({ yes: 32, no: 0 }, 'carried', {}, clerkWhoVotes))).toBe(
      'NotAllowedNow',
    );
  });

  it('leaves out a member in conflict, and their seat only where the profile says so', () => {
    const seats = { base: 'statutory', cmp: '>', fraction: [1, 2] } as const;
    const majority = {
      ...euGeneric.majority,
      ordinary: { ...seats, fraction: [1, 2] as [number, number] },
    };
    const inConflict = (conflictLeavesBase: boolean): Proposal => {
      const meetings = { ...euGeneric.meetings, conflictLeavesBase };
      const act = voting({ ...euGeneric, majority, meetings });
      act.send('conflict.declared', {}, member(17));
      act.send('conflict.declared', {}, member(17));
      return act;
    };
    // Sixteen of thirty-two are no majority, sixteen of thirty-one are one.
    const stays = inConflict(false);
    expect(refusal(() => stays.vote({ yes: 17, no: 0 }))).toBe('NotAllowedNow');
    expect(refusal(() => stays.vote({ yes: 16, no: 0 }))).toBe('NotAllowedNow');
    const leaves = inConflict(true);
    expect(refusal(() => leaves.vote({ yes: 17, no: 0 }))).toBe('NotAllowedNow');
    leaves.vote({ yes: 16, no: 0 });
    expect(leaves.state).toBe('adopted');
  });

  it('needs more for an emergency, and may fall back to an ordinary act', () => {
    const urgent = (): Proposal =>
      new Proposal().submit().review().introduce({ emergency: true }).toFloor().notice().callVote();
    const act = urgent();
    expect(refusal(() => act.vote({ yes: 21, no: 11 }))).toBe('NotAllowedNow');
    act.vote({ yes: 22, no: 10 });
    expect([act.state, act.context['emergency']]).toEqual(['adopted', true]);
    const fallen = urgent();
    fallen.vote({ yes: 21, no: 11 }, 'carriedAsOrdinary');
    expect([fallen.state, fallen.context['emergency']]).toEqual(['adopted', false]);
    const ordinary = voting();
    expect(refusal(() => ordinary.vote({ yes: 21, no: 11 }, 'carriedAsOrdinary'))).toBe(
      'NotAllowedNow',
    );
  });

  it('may be declared void by the chair and is held again', () => {
    const act = voting();
    act.send('vote.voided', { reason: 'two ballots were lost' }, chair);
    expect(act.state).toContain('meeting.sitting');
    act.send('motion.moved', { motion: 'adopt' }, member(2));
    act.send('vote.called', {}, chair);
    act.vote({ yes: 30, no: 2 });
    expect(act.state).toBe('adopted');
    expect((act.context['votes'] as JsonObject[])[0]).toMatchObject({
      void: true,
      reason: 'two ballots were lost',
    });
  });
});

describe('a meeting without quorum', () => {
  it('is called again, with the second call’s quorum a day later', () => {
    const act = ready().notice().meet(15);
    expect(act.state).toContain('meeting.withoutQuorum');
    act.send('secondCall.sent', { session: 's2' }, clerk);
    act.until('2027-03-09T22:59:58.000Z');
    expect(refusal(() => act.meet(11))).toBe('NotAllowedNow');
    act.until('2027-03-09T22:59:59.000Z');
    act.meet(11);
    expect(act.state).toContain('meeting.sitting');
    expect(act.context['meetings']).toMatchObject([
      { present: 15, quorum: false, call: 'first' },
      { present: 11, quorum: true, call: 'second' },
    ]);
  });

  it('does not lower the quorum for good: a second call that fails begins anew', () => {
    const act = ready().notice().meet(15);
    act.send('secondCall.sent', { session: 's2' }, clerk);
    act.until('2027-03-10');
    act.meet(10);
    expect(act.state).toContain('meeting.withoutQuorum');
    act.meet(11);
    expect(act.state).toContain('meeting.withoutQuorum');
  });

  it('takes no valid vote: what was voted is void and stays on the record as such', () => {
    const act = voting();
    act.vote({ yes: 15, no: 0 });
    expect(act.state).toContain('meeting.withoutQuorum');
    expect(lastVote(act)).toMatchObject({ void: true, reason: 'noQuorum', declared: 'carried' });
    expect(act.context['adopted']).toBeNull();
  });

  it('begins when too many leave', () => {
    const act = ready().notice().meet();
    expect(refusal(() => act.send('quorum.lost', { present: 16 }, clerk))).toBe('NotAllowedNow');
    act.send('quorum.lost', { present: 15 }, clerk);
    expect(act.state).toContain('meeting.withoutQuorum');
  });
});

describe('an act before the council', () => {
  it('may be deferred, the third time with an alarm', () => {
    const act = ready().notice();
    for (const present of [20, 21, 22]) {
      act.meet(present);
      act.send('act.deferred', { reason: 'more time' }, chair);
    }
    expect(act.context['deferrals']).toHaveLength(3);
    expect(act.notices.filter((notice) => notice.startsWith('act.deferredOften'))).toEqual([
      'act.deferredOften -> councilChair, initiativeLead',
    ]);
    // Notice was served and stays served.
    expect(act.meet().state).toContain('meeting.sitting');
  });

  it('may be remitted for changes: another version, reviewed again, under the same file number', () => {
    const act = ready();
    act.send('act.remitted', { reason: 'add the suburbs' }, chair);
    expect(act.state).toBe('drafting');
    act.submit('text-2');
    expect(act.state).toContain('legal.open');
    act.review();
    expect(refusal(() => act.introduce({ fileNumber: '2027/99' }))).toBe('NotAllowedNow');
    act.toFloor();
    expect(act.context).toMatchObject({ fileNumber: '2027/12', textVersion: 2 });
    // The notice of the old text is no notice of the new one.
    expect(refusal(() => act.meet())).toBe('NotAllowedNow');
  });

  it('goes back to its reviewers when amended in substance, not when only a comma moves', () => {
    const act = voting();
    act.send('act.amended', { textHash: 'text-1b', substantive: false }, clerk);
    expect(act.state).toContain('meeting.voting');
    expect(refusal(() => act.vote({ yes: 32, no: 0 }, 'carried', { textHash: 'text-1' }))).toBe(
      'NotAllowedNow',
    );
    act.send('act.amended', { textHash: 'text-2', substantive: true }, clerk);
    expect(act.state).toContain('reviewing');
    act.review();
    act.toFloor();
    expect(act.context).toMatchObject({ readings: [], textVersion: 3, notice: null });
    act.notice().callVote();
    act.vote({ yes: 32, no: 0 });
    expect(act.context['adopted']).toMatchObject({ textHash: 'text-2' });
  });

  it('is there at once when a committee has favoured it before introduction, and leaves at a new referral', () => {
    const act = new Proposal({ profile: usNy }).submit().review();
    const tally = { yes: 5, no: 1, abstain: 0, present: 6, seated: 7, statutory: 7 };
    const report = { committee: 'Waste', textHash: 'text-1', tally };
    act.send('committee.heard', { committee: 'Waste' }, committeeChair);
    act.send('committee.approved', report, committeeChair);
    act.introduce();
    act.send('act.referred', { committee: 'Waste' }, clerk);
    expect(act.state).toContain('floor');
    act.send('act.referred', { committee: 'Finance' }, clerk);
    expect([act.state, act.context['committeeFavours']]).toEqual(['committee', false]);
    const elsewhere = new Proposal().submit().review();
    expect(refusal(() => elsewhere.send('committee.approved', report, committeeChair))).toBe(
      'NotAllowedNow',
    );
  });

  it('is not there past a committee where the profile requires one', () => {
    const act = new Proposal({ profile: usNy }).submit().review().introduce();
    expect(refusal(() => act.send('act.placedOnAgenda', {}, clerk))).toBe('NotAllowedNow');
  });

  it('is a committee’s own proposal only where the profile lets committees propose', () => {
    const tally = { yes: 5, no: 1, abstain: 0, present: 6, seated: 7, statutory: 7 };
    const report = { committee: 'Waste', textHash: 'text-1', tally };
    const own = new Proposal({ profile: usNy, definition: resolution }).submit().review();
    own.send('committee.approved', report, committeeChair);
    expect(own.state).toContain('floor');
    const ordinance = new Proposal({ profile: usNy }).submit().review();
    ordinance.send('committee.approved', report, committeeChair);
    expect(ordinance.state).toBe('ready');
  });

  it.each([true, false])(
    'is reviewed again when a committee has changed it, before the council has it (referred: %s)',
    (referred) => {
      const act = new Proposal({ profile: usNy }).submit().review().introduce();
      if (referred) act.send('act.referred', { committee: 'Waste' }, clerk);
      const amended = { committee: 'Waste', textHash: 'text-2', substantive: true };
      act.send('committee.amended', amended, committeeChair);
      const tally = { yes: 5, no: 1, abstain: 0, present: 6, seated: 7, statutory: 7 };
      const report = { committee: 'Waste', textHash: 'text-2', tally };
      act.send('committee.approved', report, committeeChair);
      expect(act.state).toContain('reviewing');
      act.review();
      act.send('act.placedOnAgenda', {}, clerk);
      expect(act.state).toContain('floor');
    },
  );

  it('waits for a referral where committees may not take it up by themselves', () => {
    const act = new Proposal().submit().review().introduce();
    const tally = { yes: 5, no: 1, abstain: 0, present: 6, seated: 7, statutory: 7 };
    const report = { committee: 'Waste', textHash: 'text-1', tally };
    expect(refusal(() => act.send('committee.approved', report, committeeChair))).toBe(
      'NotAllowedNow',
    );
  });

  it('may be withdrawn before the vote and not after it', () => {
    const act = voting();
    act.send('act.withdrawn', { reason: 'no majority' }, lead);
    expect(act.told('act.failed')).toEqual([{ actId: 'act-7', reason: 'withdrawn' }]);
    const adopted = new Proposal().adopt();
    expect(refusal(() => adopted.send('act.withdrawn', {}, lead))).toBe('NotAllowedNow');
  });

  it('waits in a caretaker period, unless it is urgent', () => {
    const act = ready().notice();
    act.send('caretaker.began', {}, clerk);
    expect(refusal(() => act.meet())).toBe('NotAllowedNow');
    act.send('caretaker.ended', {}, clerk);
    expect(act.meet().state).toContain('meeting.sitting');
    const urgent = new Proposal().submit().review().introduce({ emergency: true });
    urgent.toFloor().notice();
    urgent.send('caretaker.began', {}, clerk);
    expect(urgent.meet().state).toContain('meeting.sitting');
  });
});
