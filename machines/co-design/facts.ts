/** CEL for what is asked in several places. Counting is exact: shares are compared as products of whole numbers. */

export const organisation = '(has(event.actor.organisation) ? event.actor.organisation : "")';
export const active = 'context.partners.filter(p, p.status != "left")';
const citizenSide = '["citizen", "civilSociety"]';

/** P1: enough partners of enough sectors, the city and citizens among them. */
export const partnershipHolds = `(${active}.size() >= context.policy.partners
  && distinct(${active}.map(p, p.sector)).size() >= context.policy.sectors
  && ${active}.exists(p, p.sector == "city")
  && ${active}.exists(p, p.sector in ${citizenSide}))`;

/** Whether the partners in `list` (CEL) agree for the partnership: the share of the policy, the city and citizens among them. */
export const agrees = (list: string): string =>
  `(${active}.filter(p, p.id in ${list}).size() * context.policy.agreement[1]
      >= ${active}.size() * context.policy.agreement[0]
    && ${active}.exists(p, p.sector == "city" && p.id in ${list})
    && ${active}.exists(p, p.sector in ${citizenSide} && p.id in ${list}))`;

/** K1: more than half of the partners, citizens and somebody other than the city among them. */
export const jointQuorum = (list: string): string =>
  `(${active}.filter(p, p.id in ${list}).size() * 2 > ${active}.size()
    && ${active}.exists(p, p.sector != "city" && p.id in ${list})
    && ${active}.exists(p, p.sector in ${citizenSide} && p.id in ${list}))`;

export const hasFundedOrigin =
  'context.origins.exists(o, o.evidence != "" && o.becomes != "" && !o.withdrawn)';

/** Open, and used by a result of the co-design: the datasets that count. */
export const counted =
  'context.datasets.filter(d, d.status == "open" && context.results.exists(r, d.id in r.datasets))';
export const datasetsSuffice = `(${counted}.size() >= context.policy.datasets
  && distinct(${counted}.map(d, d.departmentId)).size() >= context.policy.departments)`;

export const visibilityHeld = 'context.publicEvents.exists(e, e.counts)';
export const departmentsConfirmed = 'context.departments.exists(d, d.status == "confirmed")';

/** Directives that count: not replaced, not ended. */
export const standing = 'context.directives.filter(d, !(d.status in ["superseded", "ended"]))';
export const directivesIncorporated = `(${standing}.size() > 0
  && ${standing}.all(d, d.status == "incorporated" && !d.basisLost && d.incorporated.size() > 0))`;

/** The acts that the chosen instrument rests on are all in force, or a transitional basis was granted. */
export const basisHolds = `(context.transitionalBasis != null
  || context.instrument == "noneNeeded"
  || (context.instrument != "" && ["council", "mayor"].all(b,
        !(b in context.bodies)
        || context.acts.exists(a, a.current && a.status == "effective"
          && (a.body == b || context.acts.exists(o, o.actId == a.replaces && o.body == b))))))`;

/** Of the items of `list` that fulfil `condition`, the one with the earliest date in `field`. */
export const earliest = (
  list: string,
  condition: (item: string) => string,
  field: string,
): string => {
  const open = (item: string): string => `${list}.filter(${item}, ${condition(item)})`;
  return `${open('i')}.filter(i, ${open('j')}.all(j, i.${field} <= j.${field}))[0]`;
};

/** `months` (CEL, a whole number) after the plain date `date` (CEL); a day that the month lacks becomes its last. */
export const addMonths = (date: string, months: string): string =>
  `cel.bind(t, timestamp(${date} + "T12:00:00Z"),
    cel.bind(n, t.getFullYear() * 12 + t.getMonth() + int(${months}),
    cel.bind(y, n / 12, cel.bind(m, n - n / 12 * 12,
    cel.bind(last, m == 1 ? (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28) : (m in [3, 5, 8, 10] ? 30 : 31),
    cel.bind(d, t.getDate() < last ? t.getDate() : last,
    string(y) + (m < 9 ? "-0" : "-") + string(m + 1) + (d < 10 ? "-0" : "-") + string(d)))))))`;

/** `days` before the plain date `date` (CEL). */
export const daysBefore = (date: string, days: number): string =>
  `cel.bind(t, timestamp(${date} + "T12:00:00Z") - duration("${days * 24}h"),
    string(t.getFullYear()) + (t.getMonth() < 9 ? "-0" : "-") + string(t.getMonth() + 1)
      + (t.getDate() < 10 ? "-0" : "-") + string(t.getDate()))`;

/** The plain date of the day, in UTC, that lies so many `hours` after now. */
export const dayAfterHours = (hours: number): string =>
  `cel.bind(t, now + duration("${hours}h"), string(t.getFullYear())
    + (t.getMonth() < 9 ? "-0" : "-") + string(t.getMonth() + 1) + (t.getDate() < 10 ? "-0" : "-") + string(t.getDate()))`;
