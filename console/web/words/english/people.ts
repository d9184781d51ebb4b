/** Who works here and when. */
export const people = {
  title: 'People',
  about: 'Their languages and shifts say who is missed first, and in which language to write.',
  importShifts: 'Import shifts',
  importPeople: 'Import people',
  nobodyFits: 'Nobody fits',
  nobodyFitsWhy: 'Try other words, or clear the filters.',
  showAll: 'Show everybody',
  nobody: 'Nobody is known yet',
  nobodyWhy: 'Without people and shifts the triage cannot tell who is missed first.',
  pages: {
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
    last: 'Last page',
    page: 'Page {number}',
  },
  table: {
    caption: 'People, by name',
    person: 'Person',
    programs: 'Programs',
    language: 'Language and time zone',
    shift: 'Shift',
    workstations: 'PCs',
    actions: 'Actions',
    noShift: 'None known',
  },
  forget: {
    button: 'Forget {name}',
    title: 'Forget {name}?',
    what: {
      one: 'Their shifts go with them; {count} workstation of theirs and the audit stay. An import brings them back.',
      other:
        'Their shifts go with them; {count} workstations of theirs and the audit stay. An import brings them back.',
    },
    submit: 'Forget',
    done: '{name} is forgotten.',
  },
  import: {
    people: {
      title: 'Import people',
      about:
        'A CSV file with these columns, in any order. Whoever is there already is changed, by external id or name; nobody is removed.',
    },
    shifts: {
      title: 'Import shifts',
      about:
        'A CSV file with these columns, in any order. The shifts of these people take the place of those known for the same days.',
    },
    file: 'File',
    choose: 'Choose a file',
    chooseNone: 'Choose no file',
    submit: 'Import',
    submitLines: { one: 'Import {count} line', other: 'Import {count} lines' },
    done: 'Imported: {counts}.',
    preview: { one: '{count} line: {counts}.', other: '{count} lines: {counts}.' },
    counts: {
      added: { one: '{count} new', other: '{count} new' },
      changed: { one: '{count} changed', other: '{count} changed' },
      removed: { one: '{count} removed', other: '{count} removed' },
      unchanged: { one: '{count} as before', other: '{count} as before' },
      none: 'nothing changes',
    },
    problems: 'Problems',
    problemCount: {
      one: '{count} problem; nothing is imported before it is gone.',
      other: '{count} problems; nothing is imported before they are gone.',
    },
    problem: 'Line {line}, {column}: {message}',
    firstShown: 'The first {number} are shown.',
  },
  feeds: {
    title: 'Calendars',
    about:
      'The shifts of a program can be read from an iCalendar address, every quarter of an hour. Each event is a shift; its attendee or its title names the person.',
    save: 'Save',
    readNow: 'Read now',
    remove: 'Remove',
    read: { one: '{count} shift read for {program}.', other: '{count} shifts read for {program}.' },
    removed: 'The calendar of {program} and the shifts it brought are gone.',
    standing: { one: '{count} shift, last read {time}.', other: '{count} shifts, last read {time}.' },
    notYet: 'Not read yet.',
  },
};
