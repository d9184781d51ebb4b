import { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import { unreadOf } from '../checks/reader.ts';
import type { CommandProbe, Transcript } from '../host/probe.ts';

/**
 * What Windows tells nobody but through COM automation and CIM, asked in one PowerShell for all readers together. Each
 * part answers or fails by itself. The search for updates looks at the last scan and uses no network. Single quotes
 * only, so that the text passes through a command line unchanged.
 */
const parts = {
  updates: `
    $q=(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher(); $q.Online=$false;
    $r=$q.Search('IsInstalled=0 and IsHidden=0');
    @{code=[int]$r.ResultCode; list=@(foreach($u in $r.Updates){@{
      kb=@(foreach($k in $u.KBArticleIDs){[string]$k});
      categories=@(foreach($c in $u.Categories){[string]$c.CategoryID});
      severity=[string]$u.MsrcSeverity;
      at=Time $u.LastDeploymentChangeTime}})}`,
  updateTimes: `
    $a=(New-Object -ComObject Microsoft.Update.AutoUpdate).Results;
    @{searched=Time $a.LastSearchSuccessDate; installed=Time $a.LastInstallationSuccessDate;
      restart=[bool](New-Object -ComObject Microsoft.Update.SystemInfo).RebootRequired}`,
  volumes: `
    $s=New-Object -ComObject Shell.Application;
    @{list=@(foreach($d in [IO.DriveInfo]::GetDrives()){
      if($d.DriveType -eq 'Fixed' -or ($d.DriveType -eq 'Removable' -and $d.IsReady)){
        $n=$s.NameSpace($d.Name);
        if($n){@{mount=$d.Name.Substring(0,2);
          protection=$n.Self.ExtendedProperty('System.Volume.BitLockerProtection')}}}})}`,
  products: `
    @{antivirus=@(foreach($p in Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct){
        $f=[Environment]::ExpandEnvironmentVariables([string]$p.pathToSignedReportingExe).Trim([char]34);
        @{name=$p.displayName; state=[long]$p.productState;
          there=$(if($f -like '?:\\*'){[bool](Test-Path -LiteralPath $f)})}});
      firewall=@(foreach($p in Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct){
        @{name=$p.displayName; state=[long]$p.productState}})}`,
  defender: `
    $p=Get-CimInstance -Namespace root/Microsoft/Windows/Defender -ClassName MSFT_MpComputerStatus;
    @{mode=[string]$p.AMRunningMode; realTime=[bool]$p.RealTimeProtectionEnabled; age=[long]$p.AntivirusSignatureAge;
      at=$(if($p.AntivirusSignatureLastUpdated){Time $p.AntivirusSignatureLastUpdated.ToUniversalTime()})}`,
  guard: `
    $p=Get-CimInstance -Namespace root/Microsoft/Windows/DeviceGuard -ClassName Win32_DeviceGuard;
    @{running=@(foreach($n in $p.SecurityServicesRunning){[int]$n})}`,
  firewall: `
    @{list=@(foreach($p in Get-NetFirewallProfile -PolicyStore ActiveStore){@{
      name=[string]$p.Name; enabled=[int]$p.Enabled; inbound=[int]$p.DefaultInboundAction; rules=[int]$p.AllowInboundRules}})}`,
  networks: `
    @{list=@(foreach($p in Get-CimInstance -Namespace root/StandardCimv2 -ClassName MSFT_NetConnectionProfile){
      [int]$p.NetworkCategory})}`,
} as const;

type Part = keyof typeof parts;

const script = [
  `$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'`,
  `try{[Console]::OutputEncoding=New-Object Text.UTF8Encoding $false}catch{}`,
  `function Time($t){ if($t){ ([datetime]$t).ToString('s')+'Z' } }`,
  `$o=@{}`,
  ...Object.entries(parts).map(
    ([name, text]) =>
      `try{$o.${name}=& {${text}}}catch{$e=$_.Exception; $o.${name}=@{error=$e.GetBaseException().HResult; cim=[int]$e.NativeErrorCode}}`,
  ),
  `ConvertTo-Json -InputObject $o -Compress -Depth 6`,
]
  .join('; ')
  .replace(/\s+/g, ' ');

/** One object, so that all readers share one answer. */
export const batch: CommandProbe = {
  kind: 'command',
  paths: ['%System32%\\WindowsPowerShell\\v1.0\\powershell.exe'],
  args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
  timeout: 60_000,
  sharedFor: 60_000,
  why: 'what Windows says only through PowerShell, all in one go: waiting updates, BitLocker, security products and so on',
};

/** PowerShell 5 makes a single element of what should be a list, or wraps it. */
function list<T extends z.ZodType>(element: T) {
  return z.preprocess((value) => {
    if (value === null || value === undefined) return [];
    if (typeof value === 'object' && 'value' in value && 'Count' in value) return value.value;
    return Array.isArray(value) ? value : [value];
  }, z.array(element));
}
const time = z.iso.datetime().nullish();
const product = z.object({ name: z.string().nullish(), state: z.number(), there: z.boolean().nullish() });
export type SecurityProduct = z.output<typeof product>;

const schemas = {
  updates: z.object({
    code: z.number(),
    list: list(
      z.object({
        kb: list(z.string()),
        categories: list(z.string()),
        severity: z.string().nullish(),
        at: time,
      }),
    ),
  }),
  updateTimes: z.object({ searched: time, installed: time, restart: z.boolean() }),
  volumes: z.object({ list: list(z.object({ mount: z.string(), protection: z.number().nullish() })) }),
  products: z.object({ antivirus: list(product), firewall: list(product) }),
  defender: z.object({ mode: z.string(), realTime: z.boolean(), age: z.number(), at: time }),
  guard: z.object({ running: list(z.number()) }),
  firewall: z.object({
    list: list(z.object({ name: z.string(), enabled: z.number(), inbound: z.number(), rules: z.number() })),
  }),
  networks: z.object({ list: list(z.number()) }),
} as const satisfies Record<Part, z.ZodType>;

const Failure = z.object({ error: z.number(), cim: z.number().optional() });

/** One part of the answer, or why it is not there. */
export function partOf<P extends Part>(transcript: Transcript, part: P): z.output<(typeof schemas)[P]> | CannotTell {
  const unread = unreadOf(transcript);
  if (unread) return unread;
  const text = transcript.outcome === 'ok' ? transcript.text.trim() : '';
  if (text === '') return { cannotTell: 'failed', detail: 'PowerShell said nothing' };
  const answer = answersOf(text);
  if (answer === undefined) return { cannotTell: 'unparsable', detail: 'PowerShell' };
  if (!(part in answer)) return { cannotTell: 'absent', detail: `PowerShell said nothing about ${part}` };
  const failure = Failure.safeParse(answer[part]);
  if (failure.success) return troubleOf(failure.data);
  const parsed = schemas[part].safeParse(answer[part]);
  if (!parsed.success) return { cannotTell: 'unparsable', detail: `PowerShell: ${part}` };
  return parsed.data as z.output<(typeof schemas)[P]>;
}

function answersOf(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** By CIM's own number (2 denied, 3 no such namespace, 5 no such class) or the HRESULT; texts are in Windows' language. */
function troubleOf({ error, cim = 0 }: z.output<typeof Failure>): CannotTell {
  const code = (error >>> 0).toString(16).padStart(8, '0');
  const detail = cim > 0 ? `CIM ${cim}` : `0x${code}`;
  if (cim === 2 || code === '80070005' || code === '80041003') return { cannotTell: 'denied', detail };
  // Not registered, no such namespace, no such class, no such service.
  const isAbsent = cim === 3 || cim === 5 || ['80040154', '8004100e', '80041010', '80070424'].includes(code);
  return { cannotTell: isAbsent ? 'absent' : 'failed', detail };
}
