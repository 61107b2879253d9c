import { GROUP_LEVELS } from '../../../../contract/catalogue.ts';

export interface GroupNode {
  id: string;
  parentId: string | null;
}

export type GroupProblem = 'unknown_group' | 'group_cycle' | 'group_too_deep';

/** How many levels a group and what is inside it take. */
const heightOf = (groups: readonly GroupNode[], id: string): number =>
  1 + Math.max(0, ...groups.filter(({ parentId }) => parentId === id).map((child) => heightOf(groups, child.id)));

/** From the parent up to the top. */
const ancestorsOf = (groups: readonly GroupNode[], parentId: string): string[] => {
  const parent = groups.find(({ id }) => id === parentId);
  return parent === undefined ? [] : [parent.id, ...(parent.parentId ? ancestorsOf(groups, parent.parentId) : [])];
};

/** Why a group (null for a new one) may not stand under this parent. The groups are a tree. */
export const placeProblem = (
  groups: readonly GroupNode[],
  id: string | null,
  parentId: string | null,
): GroupProblem | null => {
  if (parentId === null) return null;
  const ancestors = ancestorsOf(groups, parentId);
  if (ancestors.length === 0) return 'unknown_group';
  if (id !== null && ancestors.includes(id)) return 'group_cycle';
  const height = id === null ? 1 : heightOf(groups, id);
  return ancestors.length + height > GROUP_LEVELS ? 'group_too_deep' : null;
};
