import PDFDocument from 'pdfkit';
import type { Evidence } from './gather.ts';
import { type EvidenceTable, statement, tablesOf } from './tables.ts';

const margin = 48;
const size = { title: 20, heading: 13, text: 9 };
const colours = { text: '#16181c', dimmed: '#555e68', line: '#dfe3e8' };

/** The report on paper: A4, with its tables and the head of the audit chain on every page. */
export function toPdf(evidence: Evidence): PDFKit.PDFDocument {
  const { program, from, to, audit } = evidence;
  const document = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    info: { Title: `Evidence for ${program.name}`, Author: 'Shiftgate', CreationDate: new Date(evidence.madeAt) },
  });
  document.fillColor(colours.text).font('Helvetica-Bold').fontSize(size.title).text(`Evidence for ${program.name}`);
  document
    .font('Helvetica')
    .fontSize(size.text + 1)
    .fillColor(colours.dimmed);
  document.text(`${from.slice(0, 10)} to ${to.slice(0, 10)} (UTC)`).moveDown(0.5);
  document.text(statement).moveDown(1);
  for (const table of tablesOf(evidence)) drawTable(document, table);
  addFooters(document, audit.head);
  document.end();
  return document;
}

function drawTable(document: PDFKit.PDFDocument, { title, head, rows }: EvidenceTable): void {
  if (rows.length === 0) return;
  document.x = margin;
  if (document.y > document.page.height - 160) document.addPage();
  document
    .moveDown(0.6)
    .font('Helvetica-Bold')
    .fontSize(size.heading)
    .fillColor(colours.text)
    .text(title)
    .moveDown(0.3);
  document.fontSize(size.text);
  const border: [number, number, number, number] = [0, 0, 0.5, 0];
  document
    .table({
      defaultStyle: { border, borderColor: colours.line, padding: [4, 6, 4, 0], textColor: colours.text },
      columnStyles: widthsOf(head.length),
    })
    .row(head.map((text) => ({ text, font: { src: 'Helvetica-Bold', size: size.text } })));
  document.font('Helvetica').fontSize(size.text);
  const body = document.table({
    defaultStyle: {
      border,
      borderColor: colours.line,
      padding: [4, 6, 4, 0],
      textColor: colours.text,
    },
    columnStyles: widthsOf(head.length),
  });
  for (const row of rows) body.row(row.map(printable));
  body.end();
}

/** The standard fonts have no arrows, no typographic signs beyond Latin 1. */
function printable(text: string): string {
  return text.replaceAll('→', '->').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

/** Two columns: name and value; more: the texts get the room. */
function widthsOf(columns: number): (number | '*')[] {
  if (columns === 2) return [190, '*'];
  if (columns === 5) return [85, 75, '*', '*', 75];
  return new Array<'*'>(columns).fill('*');
}

function addFooters(document: PDFKit.PDFDocument, head: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Below the margin, where text would begin a new page by itself.
    document.page.margins.bottom = 0;
    document.font('Helvetica').fontSize(7).fillColor(colours.dimmed);
    document.text(
      `Page ${page - start + 1} of ${count} · audit chain ${head || 'empty'}`,
      margin,
      document.page.height - 30,
      {
        lineBreak: false,
      },
    );
  }
}
