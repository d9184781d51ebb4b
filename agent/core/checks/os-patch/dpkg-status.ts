import type { FileProbe } from '../../host/probe.ts';

/** One probe for every reader that needs it, so that the file is read once. */
export const dpkgStatus: FileProbe = {
  kind: 'file',
  paths: ['/var/lib/dpkg/status'],
  keep: /^(Package|Status|Version|Architecture): /,
  why: 'which packages are installed, in which version',
};
