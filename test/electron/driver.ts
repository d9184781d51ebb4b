import type { Page } from 'playwright-core';

export interface MenuRow {
  readonly label: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly rows?: readonly MenuRow[];
}

export interface Icon {
  /** The picture of 16 pixels, base64. */
  readonly image: string;
  readonly tooltip: string;
  readonly menu: readonly MenuRow[];
}

/** How a start of the program differs from an ordinary one. */
export interface Start {
  /** The agent's folder. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly languages?: readonly string[];
  readonly hasKeyStore?: boolean;
  /** Whether the desktop shows icons beside the clock; none unless told. */
  readonly hasIndicator?: boolean;
  /** The file that a packaged start came from and that an update replaces. */
  readonly appImage?: string;
}

/** The running program as a person and the system meet it: the same for the stand-in and for the real Electron. */
export interface Driver {
  /** The page in the window, once there is one. */
  page(): Promise<Page>;
  icon(): Promise<Icon>;
  choose(...path: readonly string[]): Promise<void>;
  notices(): Promise<readonly { title: string; body: string }[]>;
  power(event: 'resume' | 'suspend' | 'lock-screen' | 'unlock-screen'): Promise<void>;
  /** Addresses that the system was asked to open. */
  opened(): Promise<readonly string[]>;
  copied(): Promise<string>;
  /** What the next dialogs answer. */
  willAnswer(...answers: readonly unknown[]): Promise<void>;
  window(): Promise<{
    visible: boolean;
    minimized: boolean;
    options: { webPreferences: Record<string, unknown> };
  }>;
  closeWindow(): Promise<void>;
  openLink(url: string): Promise<void>;
  corePid(): Promise<number | undefined>;
  /** Asks as a page that is not the window. */
  invokeAs(
    who: { url: string; isFrame?: boolean; isOther?: boolean },
    channel: string,
    ...args: readonly unknown[]
  ): Promise<unknown>;
  /** Anything else that the system's side knows; refused where it does not. */
  drive(name: string, ...args: readonly unknown[]): Promise<unknown>;
  quit(): Promise<void>;
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>;
}

export interface Drivers {
  start(start: Start): Promise<Driver>;
  /** A start beside a running one, which ends by itself. Resolves with its exit code. */
  startAgain(start: Start): Promise<number | null>;
  close(): Promise<void>;
}
