// Sheets (JSON on stdin) written by SheetJS. Needs `npm install xlsx`, found through NODE_PATH.
const XLSX = require("xlsx");
const sheets = JSON.parse(require("fs").readFileSync(0, "utf8"));
const path = process.argv[2];
const book = XLSX.utils.book_new();
for (const each of sheets) {
  const sheet = {};
  let last = { r: 0, c: 0 };
  for (const [ref, cell] of Object.entries(each.cells)) {
    const at = XLSX.utils.decode_cell(ref);
    last = { r: Math.max(last.r, at.r), c: Math.max(last.c, at.c) };
    let made;
    const value = cell.rich ? cell.rich.map((piece) => piece[0]).join("") : cell.v;
    if (cell.date) made = { t: "n", v: (Date.parse(cell.date) - Date.UTC(1899, 11, 30)) / 86400000 };
    else if (cell.e) made = { t: "e", v: { "#REF!": 23, "#N/A": 42, "#VALUE!": 15, "#NAME?": 29 }[cell.e] };
    else if (typeof value === "number") made = { t: "n", v: value };
    else if (typeof value === "boolean") made = { t: "b", v: value };
    else made = { t: "s", v: value === undefined ? "" : value };
    if (cell.f) made.f = cell.f;
    if (cell.nf) made.z = cell.nf;
    if (cell.link) made.l = { Target: cell.link };
    sheet[ref] = made;
  }
  sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  sheet["!merges"] = each.merges.map((area) => XLSX.utils.decode_range(area));
  sheet["!rows"] = [];
  for (const row of each.hidden_rows) sheet["!rows"][row - 1] = { hidden: true };
  for (const row of each.grouped_rows) sheet["!rows"][row - 1] = { ...(sheet["!rows"][row - 1] || {}), level: 1 };
  sheet["!cols"] = [];
  for (const column of each.hidden_columns) sheet["!cols"][XLSX.utils.decode_col(column)] = { hidden: true };
  if (each.filter) sheet["!autofilter"] = { ref: each.filter };
  XLSX.utils.book_append_sheet(book, sheet, each.name);
}
book.Workbook = { Sheets: sheets.map((each) => ({ name: each.name, Hidden: each.state === "visible" ? 0 : 1 })) };
XLSX.writeFile(book, path, {
  bookSST: sheets[0].name.length % 2 === 0,
  compression: true,
  bookType: path.endsWith(".xlsm") ? "xlsm" : "xlsx",
});
