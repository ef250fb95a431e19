import { describe, expect, it } from '@jest/globals';
import { toSvg } from '../../cli/diagram/to-svg.ts';
import { diagramOf, type Diagram } from '../../machines/diagram/diagram-of.ts';
import { toMermaid } from '../../machines/diagram/to-mermaid.ts';
import { shipped } from '../../machines/shipped.ts';
import { permit } from '../fixtures/permit.ts';

const inEnglish = { say: (text: Readonly<Record<string, string>>): string => text['en'] ?? '' };

describe('a diagram', () => {
  it('has every state, nested, and one arrow between any two', () => {
    const { root, arrows } = diagramOf(permit, { ...inEnglish, active: new Set(['open']) });
    expect(root.states.map(({ title }) => title)).toEqual([
      'Open',
      'Late',
      'Being inspected',
      'Decided',
      'Refused',
    ]);
    expect(root.states.filter(({ active }) => active).map(({ id }) => id)).toEqual(['open']);
    expect(arrows).toContainEqual({ from: 'open', to: 'late', labels: ['the city must answer'] });
    expect(arrows).toContainEqual({
      from: 'open',
      to: 'inspecting',
      labels: ['The permit was decided [two notes have been added]'],
    });
  });

  it('is Mermaid text whose names and labels Mermaid can read', () => {
    const text = toMermaid(diagramOf(permit, { ...inEnglish, active: new Set(['open']) }));
    expect(text).toMatch(/^stateDiagram-v2\n {2}\[\*\] --> s_open\n/);
    expect(text).toContain('  state "Being inspected" as s_inspecting\n');
    expect(text).toContain('  s_decided --> [*]\n');
    expect(text).toContain('  class s_open active\n');
  });

  it('escapes what Mermaid and SVG would take for their own', async () => {
    const state = {
      type: 'atomic',
      states: [],
      responsible: [],
      initial: undefined,
      active: false,
    } as const;
    const diagram: Diagram = {
      root: {
        ...state,
        id: '',
        title: 'P',
        type: 'compound',
        states: [{ ...state, id: 'a-b', title: '"x"; <y>: #1' }],
      },
      arrows: [],
    };
    expect(toMermaid(diagram)).toContain('state "#34;x#34;#59; #60;y#62;#58; #35;1" as s_a_b');
    const svg = await toSvg(diagram);
    expect(svg).toContain('&quot;x&quot;; &lt;y&gt;: #1');
  });

  it.each(Object.entries(shipped))(
    'places every state of %s within the picture',
    async (_id, definition) => {
      const svg = await toSvg(diagramOf(definition, inEnglish));
      const [, width = '0', height = '0'] =
        /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      const boxes = [
        ...svg.matchAll(
          /<rect class="[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
        ),
      ];
      expect(boxes.length).toBeGreaterThan(4);
      for (const [, x, y, w, h] of boxes) {
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(Number(width));
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(Number(height));
      }
    },
  );
});
