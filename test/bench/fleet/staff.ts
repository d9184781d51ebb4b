import type { Person } from '../../../console/server/features/people/directory.ts';
import type { Span } from '../../../console/server/features/shifts/rota.ts';
import { toInstantOrSkipped } from '../../../console/server/features/shifts/zone.ts';
import type { Language } from '../../../shared/words/language.ts';
import type { Random } from './random.ts';

interface Place {
  readonly weight: number;
  /** How the names of its PCs begin. */
  readonly code: string;
  readonly timeZone: string;
  readonly language: Language;
  /** Hours on the clock at home at which its shifts begin. */
  readonly shifts: readonly number[];
}

/** Where people work from, and for whom: night shifts serve customers on the other side of the world. */
const places: readonly Place[] = [
  { weight: 30, code: 'mnl', timeZone: 'Asia/Manila', language: 'fil', shifts: [6, 14, 21, 22] },
  { weight: 20, code: 'blr', timeZone: 'Asia/Kolkata', language: 'hi', shifts: [7, 13, 20] },
  { weight: 9, code: 'bog', timeZone: 'America/Bogota', language: 'es', shifts: [6, 8, 13] },
  { weight: 8, code: 'sao', timeZone: 'America/Sao_Paulo', language: 'pt', shifts: [7, 9, 14] },
  { weight: 7, code: 'nbo', timeZone: 'Africa/Nairobi', language: 'sw', shifts: [7, 9, 15] },
  { weight: 6, code: 'cas', timeZone: 'Africa/Casablanca', language: 'fr', shifts: [8, 10] },
  { weight: 6, code: 'cai', timeZone: 'Africa/Cairo', language: 'ar', shifts: [8, 12, 16] },
  { weight: 5, code: 'lis', timeZone: 'Europe/Lisbon', language: 'pt', shifts: [8, 10] },
  { weight: 5, code: 'gla', timeZone: 'Europe/London', language: 'en', shifts: [7, 9, 12] },
  { weight: 4, code: 'dfw', timeZone: 'America/Chicago', language: 'en', shifts: [7, 9, 12] },
];

interface Names {
  readonly given: string;
  readonly family: string;
}

const names: Readonly<Record<Language, Names>> = {
  en: {
    given: 'Olivia Jack Amelia Harry Isla George Emily Noah Sophie Oscar Grace Leo Megan Ryan Chloe Ewan',
    family: 'Smith Jones Taylor Brown Wilson Evans Thomas Walker Wright Green Hall Clarke Baker Hughes Reid Kerr',
  },
  fr: {
    given: 'Amina Youssef Léa Karim Inès Mehdi Salma Hugo Nadia Omar Chloé Rachid Sara Adil Zineb Samir',
    family:
      'Benali Dubois El-Amrani Martin Idrissi Petit Alaoui Moreau Berrada Roux Tazi Girard Fassi Blanc Naciri Faure',
  },
  es: {
    given: 'María José Camila Andrés Valentina Juan Sofía Luis Daniela Carlos Laura Diego Paula Mateo Ana Íñigo',
    family:
      'García Rodríguez Martínez López González Pérez Sánchez Ramírez Torres Rojas Díaz Muñoz Castro Ortiz Vega Peña',
  },
  pt: {
    given: 'Ana João Beatriz Pedro Mariana Tiago Inês Rafael Larissa Bruno Carla Vítor Júlia Caio Sónia Duarte',
    family:
      'Silva Santos Oliveira Souza Pereira Costa Ferreira Almeida Ribeiro Gomes Martins Araújo Rocha Lopes Pinto Nunes',
  },
  ar: {
    given: 'Ahmed Fatma Mohamed Mona Mahmoud Nour Khaled Hala Tarek Dina Hossam Salma Amr Rania Sherif Yasmin',
    family:
      'Hassan Ibrahim Mostafa Abdallah Mansour Farouk Saleh Gaber Zaki Nasr Kamal Fathy Shaker Helmy Osman Rashed',
  },
  sw: {
    given:
      'Wanjiru Kamau Achieng Otieno Njeri Mwangi Akinyi Kiprop Wambui Juma Nyambura Barasa Zawadi Baraka Amani Neema',
    family:
      'Odhiambo Kariuki Mutua Wafula Kimani Omondi Njoroge Cheruiyot Maina Wekesa Karanja Ouma Mbugua Koech Ndungu Juma',
  },
  fil: {
    given: 'Maria Jose Angel John Mary Mark Kristine Paolo Jasmine Carlo Michelle Ramon Liza Jun Grace Arnel',
    family:
      'Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Aquino Ramos Flores Castillo Villanueva Salazar Navarro Lim',
  },
  hi: {
    given: 'Priya Rahul Anjali Amit Pooja Vikram Neha Arjun Kavya Sanjay Divya Rohan Meera Suresh Asha Manoj',
    family: 'Sharma Patel Kumar Singh Reddy Nair Gupta Iyer Verma Rao Das Menon Joshi Shetty Pillai Desai',
  },
};

const each = 16;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** So many names are different from each other: given name, initial, family name, and a second one or none. */
export const mostPeople = each * letters.length * each * (each + 1);
/** A prime: numbers that follow each other get names that do not. */
const stride = 48_271;

export interface Worker {
  readonly person: Person;
  readonly place: Place;
}

/** The person with a number; their name belongs to nobody else. */
export function makeWorker(number: number, programs: readonly string[], random: Random): Worker {
  const place = random.weighted(places);
  const { language, timeZone } = place;
  const person = {
    id: `person_${random.text(12)}`,
    name: nameOf(number, names[language]),
    externalId: `E${100_000 + number}`,
  };
  return { place, person: { ...person, language, timeZone, programs, groups: [] } };
}

function nameOf(number: number, { given, family }: Names): string {
  const [first, last] = [given.split(' '), family.split(' ')];
  let left = (number * stride) % mostPeople;
  const draw = (among: number) => {
    const drawn = left % among;
    left = Math.floor(left / among);
    return drawn;
  };
  const words = [
    first[draw(each)],
    `${letters[draw(letters.length)]}.`,
    last[draw(each)],
    [...last, undefined][draw(each + 1)],
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

const hour = 3_600_000;
const day = 24 * hour;
/** Whole days around today that have shifts. */
const planned = { from: -2, to: 3 };

/** Five shifts a week of eight and a half hours, at the same hour of the clock at home. */
export function makeShifts({ shifts, timeZone }: Place, now: Date, random: Random): Span[] {
  const begins = random.pick(shifts) * hour;
  const free = random.whole(0, 7);
  const today = Math.floor(now.getTime() / day) * day;
  const spans: Span[] = [];
  for (let offset = planned.from; offset <= planned.to; offset += 1) {
    const wall = today + offset * day;
    const weekday = (new Date(wall).getUTCDay() + free) % 7;
    if (weekday > 4) continue;
    const from = instantOf(wall + begins, timeZone);
    spans.push({ from, to: from + 8.5 * hour });
  }
  return spans;
}

const instants = new Map<string, number>();

/** Thousands begin at the same hour of the same clock. */
function instantOf(wall: number, timeZone: string): number {
  const key = `${timeZone} ${wall}`;
  const known = instants.get(key) ?? toInstantOrSkipped(wall, timeZone);
  instants.set(key, known);
  return known;
}
