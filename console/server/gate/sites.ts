/** The programs, in memory, and the CRM origins they are reached at. */
export interface ProgramDirectory {
  find(id: string): ProgramEntry | undefined;
  /** By the host of an origin, with its port where the origin names one: `crm.example.com`, `127.0.0.1:8421`. */
  byHost(host: string): ProgramEntry | undefined;
}

export interface ProgramEntry {
  readonly id: string;
  readonly name: string;
  /** `origin` is where people open the CRM; `upstream` is where the gate finds it. */
  readonly origins: readonly { readonly origin: string; readonly upstream: string }[];
}

/** One CRM origin, as a request's `Host` names it. */
export interface Site {
  readonly program: ProgramEntry;
  /** `https://crm.example.com` */
  readonly origin: string;
  readonly host: string;
  readonly secure: boolean;
  readonly upstream: URL;
}

/** Finds the site for a host. Parsed once per program entry: the directory makes a new entry for every change. */
export class Sites {
  readonly #programs: ProgramDirectory;
  readonly #parsed = new WeakMap<ProgramEntry, Map<string, Site>>();

  constructor(programs: ProgramDirectory) {
    this.#programs = programs;
  }

  find(host: string | undefined): Site | undefined {
    if (host === undefined) return undefined;
    const wanted = host.toLowerCase();
    const program = this.#programs.byHost(wanted);
    return program && this.#sitesOf(program).get(wanted);
  }

  #sitesOf(program: ProgramEntry): Map<string, Site> {
    const known = this.#parsed.get(program);
    if (known) return known;
    const sites = new Map(program.origins.map((entry) => parseSite(program, entry)).map((site) => [site.host, site]));
    this.#parsed.set(program, sites);
    return sites;
  }
}

function parseSite(program: ProgramEntry, entry: ProgramEntry['origins'][number]): Site {
  const { origin, host, protocol } = new URL(entry.origin);
  return { program, origin, host, secure: protocol === 'https:', upstream: new URL(entry.upstream) };
}
