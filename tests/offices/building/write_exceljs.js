// Sheets (JSON on stdin) written by exceljs. Needs `npm install exceljs`, found through NODE_PATH.
const ExcelJS = require("exceljs");
const sheets = JSON.parse(require("fs").readFileSync(0, "utf8"));
const book = new ExcelJS.Workbook();
book.created = book.modified = new Date(Date.UTC(2025, 5, 2, 8));
for (const each of sheets) {
  const sheet = book.addWorksheet(each.name, { state: each.state });
  for (const [ref, cell] of Object.entries(each.cells)) {
    const made = sheet.getCell(ref);
    if (cell.rich) made.value = { richText: cell.rich.map(([text, bold]) => ({ text, font: { bold: !!bold } })) };
    else if (cell.date) made.value = new Date(cell.date);
    else if (cell.e) made.value = { error: cell.e };
    else if (cell.link) made.value = { text: cell.v, hyperlink: cell.link };
    else if (cell.f) made.value = cell.v === undefined ? { formula: cell.f } : { formula: cell.f, result: cell.v };
    else made.value = cell.v;
    if (cell.nf) made.numFmt = cell.nf;
    made.alignment = { wrapText: true, vertical: "top" };
    made.border = { top: { style: "thin" }, left: { style: "thin" }, bottom: { style: "thin" }, right: { style: "thin" } };
  }
  for (const area of each.merges) sheet.mergeCells(area);
  for (const row of each.hidden_rows) sheet.getRow(row).hidden = true;
  for (const row of each.grouped_rows) sheet.getRow(row).outlineLevel = 1;
  for (const column of each.hidden_columns) sheet.getColumn(column).hidden = true;
  for (const [column, width] of Object.entries(each.widths)) sheet.getColumn(column).width = width;
  if (each.filter) sheet.autoFilter = each.filter;
}
book.xlsx.writeFile(process.argv[2]);
