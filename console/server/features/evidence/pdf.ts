import PDFDocument from 'pdfkit';
import { Turn } from '../../rest.ts';
import type { Evidence } from './gather.ts';
import { type EvidenceTable, statement, tablesOf } from './tables.ts';

const margin = 48;
const size = { title: 20, heading: 13, text: 9 };
const colours = { text: '#16181c', dimmed: '#555e68', line: '#dfe3e8' };

/** The report on paper: A4, with its tables and the head of the audit chain on every page. */
export async function toPdf(evidence: Evidence): Promise<PDFKit.PDFDocument> {
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
  for (const table of tablesOf(evidence)) await drawTable(document, table);
  addFooters(document, audit.head);
  document.end();
  return document;
}

const rowPadding = { above: 4, below: 5, right: 8 };

/** By hand: the library's own tables cut the first line of rows that wrap, and take seconds for a thousand rows. */
async function drawTable(
  document: PDFKit.PDFDocument,
  { title, head, rows, widths = [190, '*'] }: EvidenceTable,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = layOut(document, widths);
  if (document.y > bottomOf(document) - 120) document.addPage();
  else document.y += 18;
  document.font('Helvetica-Bold').fontSize(size.heading).fillColor(colours.text);
  document.text(title, margin).moveDown(0.2);
  drawRow(document, columns, { texts: head, font: 'Helvetica-Bold' });
  const turn = new Turn();
  for (const texts of rows) {
    if (turn.isOver) await turn.next();
    if (drawRow(document, columns, { texts, font: 'Helvetica' })) continue;
    document.addPage();
    drawRow(document, columns, { texts: head, font: 'Helvetica-Bold' });
    drawRow(document, columns, { texts, font: 'Helvetica' });
  }
}

interface PaperColumn {
  readonly x: number;
  readonly width: number;
}

function layOut(document: PDFKit.PDFDocument, widths: NonNullable<EvidenceTable['widths']>): PaperColumn[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
  const shared = (document.page.width - 2 * margin - fixed) / widths.filter((width) => width === '*').length;
  let x = margin;
  return widths.map((wanted) => {
    const width = wanted === '*' ? shared : wanted;
    x += width;
    return { x: x - width, width: width - rowPadding.right };
  });
}

interface PaperRow {
  readonly texts: readonly string[];
  readonly font: string;
}

/** Draws a row, and the line below it; false when it does not fit on the page. */
function drawRow(document: PDFKit.PDFDocument, columns: readonly PaperColumn[], { texts, font }: PaperRow): boolean {
  document.font(font).fontSize(size.text).fillColor(colours.text);
  const cells = columns.map((column, index) => ({ ...column, text: printable(texts[index] ?? '') }));
  const height = Math.max(...cells.map(({ text, width }) => document.heightOfString(text || ' ', { width })));
  const top = document.y + rowPadding.above;
  const end = top + height + rowPadding.below;
  if (end > bottomOf(document)) return false;
  for (const { text, x, width } of cells) document.text(text, x, top, { width });
  document.moveTo(margin, end).lineTo(document.page.width - margin, end);
  document.lineWidth(0.5).strokeColor(colours.line).stroke();
  document.y = end;
  return true;
}

function bottomOf({ page }: PDFKit.PDFDocument): number {
  return page.height - margin;
}

/** The standard fonts have no arrows, no typographic signs beyond Latin 1. */
function printable(text: string): string {
  return text.replaceAll('→', '->').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
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
