import { evidence } from './evidence.ts';
import { frame } from './frame.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { signIn } from './sign-in.ts';
import { timeline } from './timeline.ts';

export const english = { evidence, frame, overview, people, reports, signIn, timeline };
