/** One measured figure beside its baseline of the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly baseline?: { readonly what: string; readonly value: number };
  /** The budget of the design in words, and whether this run kept it. */
  readonly budget?: { readonly text: string; readonly kept: boolean };
}

/** The value below which a share of the values lies, by the nearest-rank rule. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

const round = (value: number) => (Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3));

/** The figures as a table for people. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, unit, baseline, budget }) => [
    what,
    `${round(measured)} ${unit}`,
    baseline ? `${round(baseline.value)} ${unit} (${baseline.what})` : '',
    baseline ? (measured / baseline.value).toFixed(2) : '',
    budget ? `${budget.kept ? 'kept' : 'MISSED'}: ${budget.text}` : '',
  ]);
  const all = [['what', 'measured', 'baseline', 'ratio', 'budget'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
