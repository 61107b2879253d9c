import ts from 'typescript';
import type { SourceFile } from './sources.ts';

export interface Sized {
  name: string;
  line: number;
  /** From its first to its last line, less the named functions inside it: those count for themselves. */
  lines: number;
  /** A list of tests; it is as long as its tests are many. */
  isSuite: boolean;
}

export function linesOf({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length;
}

export function functionsOf({ path, text }: SourceFile): Sized[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: Sized[] = [];
  visit(file);
  return found;

  /** The lines of the named functions in it. */
  function visit(node: ts.Node): number {
    let inner = 0;
    ts.forEachChild(node, (child) => {
      inner += visit(child);
    });
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return inner;
    const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    const all = file.getLineAndCharacterOfPosition(node.end).line - first + 1;
    const name = nameOf(node);
    found.push({ name: name ?? calledBy(node), line: first + 1, lines: all - inner, isSuite: isSuite(node) });
    return name === undefined ? inner : all;
  }
}

function nameOf(node: ts.SignatureDeclaration): string | undefined {
  if (node.name !== undefined) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : undefined;
}

function calledBy(node: ts.Node): string {
  return ts.isCallExpression(node.parent)
    ? `the function given to ${node.parent.expression.getText().slice(0, 40)}`
    : 'a function';
}

function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(describe|inBrowser)\b/.test(node.parent.expression.getText());
}
