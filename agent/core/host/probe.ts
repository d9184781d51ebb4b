/**
 * What a reader asks of the machine, as data, so that all of it can be printed and only `host/` ever does it.
 * `why` is one line for the person whose machine it is.
 */
export type Probe =
  | CommandProbe
  | FileProbe
  | FilesProbe
  | FolderProbe
  | ProcessesProbe
  | InterfacesProbe
  | PluggedProbe
  | OwnProbe
  | RegistryProbe
  | WindowsProbe;

/** A program that ends by itself. Started without a shell, from the first of `paths` that exists. */
export interface CommandProbe {
  readonly kind: 'command';
  readonly paths: readonly string[];
  readonly args: readonly string[];
  readonly why: string;
  /** Files and folders that alone decide the answer: while they stay the same, the last answer is used again. */
  readonly inputs?: readonly string[];
  /** Milliseconds; 5,000 unless told. */
  readonly timeout?: number;
  /** It answers on its error output, which is then taken with the rest. */
  readonly withErrors?: true;
  /** Milliseconds for which its answer, good or bad, is given to every reader that asks. */
  readonly sharedFor?: number;
  /** Not run where one of these probes of the same reader has said enough. */
  readonly unless?: { readonly probes: readonly string[]; readonly said: RegExp };
  /** Keeps only lines that match. */
  readonly keep?: RegExp;
  /** The program is not started where this file is missing: it would have nothing to tell. */
  readonly needs?: string;
  /** Name of another probe of the same reader: this one is only run where that one brought nothing back. */
  readonly insteadOf?: string;
}

/** A text file: the first of `paths` that exists. `~/` is the person's home. */
export interface FileProbe {
  readonly kind: 'file';
  readonly paths: readonly string[];
  readonly why: string;
  /** Keeps only lines that match, so that a large file leaves a small transcript. */
  readonly keep?: RegExp;
}

/** All files of a folder whose names match, one after the other; `through` is the system's program that unpacks them. */
export interface FilesProbe {
  readonly kind: 'files';
  readonly folder: string;
  readonly names: RegExp;
  readonly through?: { readonly paths: readonly string[]; readonly args: readonly string[] };
  readonly why: string;
  readonly keep?: RegExp;
}

/** Names in a folder, one per line, each after the time of its last change and a tab. */
export interface FolderProbe {
  readonly kind: 'folder';
  readonly path: string;
  readonly why: string;
}

/** Running programs as a JSON list of {@link RunningProcess}. */
export interface ProcessesProbe {
  readonly kind: 'processes';
  readonly why: string;
}

/** Network interfaces as a JSON list of {@link NetworkInterface}. */
export interface InterfacesProbe {
  readonly kind: 'interfaces';
  readonly why: string;
}

/** Disks and phones as JSON, in the form of {@link Plugged}. */
export interface PluggedProbe {
  readonly kind: 'plugged';
  readonly why: string;
}

/** What the agent knows of itself, as JSON in the form of {@link Own}. */
export interface OwnProbe {
  readonly kind: 'own';
  readonly why: string;
}

/** Keys of the Windows registry as a JSON list of {@link RegistryKey}, read from the 64-bit view. */
export interface RegistryProbe {
  readonly kind: 'registry';
  readonly keys: readonly RegistryQuery[];
  readonly why: string;
}

export interface RegistryQuery {
  /** `HKLM\\SOFTWARE\\…` or `HKCU\\…`. A last part `*` stands for every key below. */
  readonly key: string;
  /** Names of the values that are read; the others are not. */
  readonly values: readonly string[];
}

/** One call into Windows itself, as JSON of the numbers that it gives; `host/windows/` knows how each is made. */
export interface WindowsProbe {
  readonly kind: 'windows';
  readonly call: WindowsCall;
  readonly why: string;
}

export type WindowsCall =
  | 'wlan'
  | 'adapters'
  | 'routes'
  | 'ras'
  | 'token'
  | 'session'
  | 'security-health'
  | 'volumes'
  | 'services'
  | 'shares'
  | 'power'
  | 'firmware';

/** What a probe brought back; also the form of a recording. */
export type Transcript =
  | {
      readonly outcome: 'ok';
      readonly text: string;
      /** Of a command; 0 when absent. */
      readonly exitCode?: number;
      /** Beginning of a command's error output. */
      readonly errorText?: string;
      /** Last change of the file or folder. */
      readonly changedAt?: string;
    }
  | { readonly outcome: Trouble; readonly detail?: string };

/** Why a probe brought nothing back. */
export type Trouble = 'absent' | 'denied' | 'timeout' | 'too-large' | 'failed';

export interface RunningProcess {
  readonly pid: number;
  /** Name as the kernel has it, at most 15 characters. */
  readonly comm: string;
  /** File name of the program; absent where the system hides it. */
  readonly exe?: string;
  /** File name part of the first argument, which a program may set itself. */
  readonly title?: string;
}

export interface NetworkInterface {
  readonly name: string;
  /** Hardware type as the kernel numbers it: 1 is Ethernet and Wi-Fi. */
  readonly type: number;
  readonly operstate: string;
  readonly carrier: boolean;
  /** Backed by a device: a card, an adapter or a virtual machine's network card, but no bridge or tunnel. */
  readonly device: boolean;
  readonly wireless: boolean;
  /** The kernel's own word for its sort, e.g. `wwan`, `bridge`; empty for most. */
  readonly devtype: string;
}

/** Storage that hangs on the machine, the built-in disks included. Neither a label nor a serial number is among it. */
export interface Plugged {
  readonly drives: readonly Drive[];
  /** Phones and players that offer their files over USB. */
  readonly phones: number;
  /** What each USB hub of the machine does with a new device: `0` refuses it. */
  readonly hubs: readonly string[];
}

export interface Drive extends Volume {
  /** What it hangs on, as the kernel names it, the nearest first: `scsi`, `usb`, `pci`. */
  readonly subsystems: readonly string[];
  /** Its medium can be taken out. */
  readonly removable: boolean;
  /** A port on the way to it is one for plugs, by the word of the firmware. */
  readonly external: boolean;
  readonly readOnly: boolean;
  /** Of a card: `SD`, or `MMC` for what is soldered in. */
  readonly type?: string;
  readonly partitions: readonly Volume[];
}

export interface Volume {
  readonly name: string;
  /** Number of the device, such as `8:17`. */
  readonly number: string;
  /** Of 512 bytes; 0 without a medium. */
  readonly sectors: number;
  /** What udev has found on it, such as `ID_FS_TYPE`; empty where there is no udev. */
  readonly found: Readonly<Record<string, string>>;
  /** Devices that lie on top of it: encryption, RAID, logical volumes. */
  readonly above: readonly { readonly number: string; readonly name: string; readonly sort: string }[];
}

export interface Own {
  readonly version: string;
  /** The agent's files beside the list of what was shipped; `unlisted` where there is no list, as in a checkout. */
  readonly files: 'intact' | 'changed' | 'unlisted' | 'unreadable';
  /** How many are changed or gone. */
  readonly changed?: number;
  /** The device key lies in the agent's folder. */
  readonly keyFile?: boolean;
  /** What the desktop part of the agent has noted in its folder, unread. */
  readonly noted?: string;
}

/** A key that could be opened, or Windows' number for why not: 2 is "not there", 5 "denied". */
export type RegistryKey =
  | {
      readonly key: string;
      /** Numbers, texts and lists of texts as they are; anything else in hexadecimal. */
      readonly values: Readonly<Record<string, RegistryValue>>;
      /** Last change of the key. */
      readonly changedAt?: string;
    }
  | { readonly key: string; readonly error: number };

export type RegistryValue = string | number | readonly string[];
