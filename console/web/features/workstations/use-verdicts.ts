import { useQuery } from '@tanstack/react-query';
import type { PublicKey } from '../../../../shared/protocol/report.ts';
import { type Verdict, verifyReports } from '../../../../shared/protocol/report-chain.ts';
import type { RecordedReport } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';

/** Browsers verify signatures only on pages that came over https or from this machine itself. */
export const canVerify = globalThis.crypto?.subtle !== undefined;

interface Verifiable {
  readonly id: string;
  readonly publicKey: PublicKey | undefined;
  /** Newest first. */
  readonly reports: readonly RecordedReport[];
  /** When the reports were read from the console; milliseconds since 1970. */
  readonly readAt: number;
  readonly enabled: boolean;
}

/** Verifies reports in this browser, and again whenever there are others. */
export function useVerdicts({ id, publicKey, reports, readAt, enabled }: Verifiable) {
  return useQuery<readonly Verdict[]>({
    queryKey: [...keys.verdicts(id), readAt, reports[0]?.seq, reports.length],
    queryFn: () => (publicKey ? verifyReports(reports, { workstation: id, publicKey }, crypto.subtle) : []),
    enabled: enabled && canVerify && publicKey !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
