/** What can be shown to an assessor. */
export const evidence = {
  title: 'Evidence',
  about: 'What was checked and what was found. Whether a standard is met is for an assessor to judge.',
  report: {
    title: 'Report for a period',
    program: 'Program',
    from: 'From',
    to: 'To',
    pdf: 'Download PDF',
    csv: 'Download CSV',
    chooseDays: 'Choose a first and a last day.',
    note: 'Days are UTC. The report verifies the audit chain and names its last hash.',
  },
  compared: '{edition}. Compared on {date}.',
  published: 'Where {name} is published',
  control: 'Control',
  asks: 'What it asks for',
  shows: 'What is shown here',
};
