export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Unique within one diff. */
  readonly id: number;
}

/** The shortest way from one text to the other, line by line (longest common subsequence). */
export function diffLines(before: string, after: string): DiffLine[] {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const lengths = commonLengths(left, right);
  const lines: Omit<DiffLine, 'id'>[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [old, next] = [left[row], right[column]];
    if (old !== undefined && old === next) {
      lines.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      next !== undefined &&
      (old === undefined || at(lengths, row, column + 1) > at(lengths, row + 1, column))
    ) {
      lines.push({ kind: 'added', text: next });
      column += 1;
    } else {
      lines.push({ kind: 'removed', text: old ?? '' });
      row += 1;
    }
  }
  return lines.map((line, id) => ({ ...line, id }));
}

/** How many lines the rests of both texts have in common, from each pair of places on. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const line = lengths[row] ?? [];
    for (let column = right.length - 1; column >= 0; column -= 1) {
      line[column] =
        left[row] === right[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}
