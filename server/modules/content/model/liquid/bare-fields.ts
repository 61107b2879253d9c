import type { FieldKind, Scope } from './names.ts';
import type { Node, Template } from './template.ts';
import { RenderError, textOf } from './value.ts';

/** A field among the values of a message. */
export interface Slot {
  name: string;
  kind: FieldKind;
}

/** The same recipient twice: with the field, and without. */
interface Pair {
  field: string;
  perAsset: boolean;
  given: Scope;
  lacking: Scope;
}

type Values = Scope['values'];

const something = ({ type, perAsset }: FieldKind): string => {
  if (perAsset) return '["1"]';
  return type === 'yes_no' ? 'true' : '1';
};

const scopeOf = (values: Values): Scope => ({ values, locals: [], steps: Number.POSITIVE_INFINITY });

/** What cannot be worked out stops the message; it puts nothing blank out. */
const isBlank = (evaluate: Extract<Node, { kind: 'output' }>['evaluate'], scope: Scope): boolean => {
  try {
    return textOf(evaluate(scope)) === '';
  } catch (error) {
    if (error instanceof RenderError) return false;
    throw error;
  }
};

/** The bodies that somebody without the field may get. One whose condition hangs on another field is among them. */
const open = ({ branches }: Extract<Node, { kind: 'choice' }>, { given, lacking }: Pair): (readonly Node[])[] => {
  const bodies: (readonly Node[])[] = [];
  for (const { holds, body } of branches) {
    const [withIt, without] = [holds(given), holds(lacking)];
    if (without || !withIt) bodies.push(body);
    if (without && !withIt) break;
  }
  return bodies;
};

const isBare = (nodes: readonly Node[], pair: Pair): boolean =>
  nodes.some((node) => {
    switch (node.kind) {
      case 'output':
        return node.field === pair.field && isBlank(node.evaluate, pair.lacking);
      case 'choice':
        return open(node, pair).some((body) => isBare(body, pair));
      case 'loop':
        // Whoever owns nothing gets nothing of a loop over what he owns.
        return !pair.perAsset && (isBare(node.loop.body, pair) || isBare(node.loop.otherwise, pair));
      case 'assign':
        for (const scope of [pair.given, pair.lacking]) scope.locals[node.slot] = node.evaluate(scope);
        return false;
      default:
        return false;
    }
  });

/** The fields that a template puts out with nothing to stand for them: no `default`, no condition on the field itself. */
export const bareFields = ({ body }: Template, slots: readonly Slot[]): string[] => {
  const values: (string | null)[] = slots.map(({ kind }) => something(kind));
  return slots.flatMap(({ name, kind }, slot) => {
    const lacking = values.with(slot, null);
    const pair = { field: name, perAsset: kind.perAsset === true };
    return isBare(body, { ...pair, given: scopeOf(values), lacking: scopeOf(lacking) }) ? [name] : [];
  });
};
