// Pictures are drawn from the tables beside them, and from nothing else.

function valueOf(cell) {
  const text = cell.dataset.value ?? cell.firstChild?.textContent.trim() ?? "";
  if (/^-?[\d,]*\.?\d+$/.test(text)) return Number(text.replaceAll(",", ""));
  return text === "-" ? NaN : text;
}

/** The rows of a table as objects, by the keys of its columns; a key used by several columns, such
 * as that of single runs, holds an array. */
export function rowsOf(table) {
  const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
  const many = new Set(keys.filter((key, i) => key && keys.indexOf(key) !== i));
  return [...table.tBodies].flatMap((body) =>
    [...body.rows]
      .filter((row) => row.cells.length === keys.length)
      .map((row) => {
        const values = {};
        for (const key of many) values[key] = [];
        keys.forEach((key, i) => {
          if (!key) return;
          const value = valueOf(row.cells[i]);
          if (many.has(key)) values[key].push(value);
          else values[key] = value;
        });
        values.title = row.cells[0].firstChild?.textContent.trim();
        return values;
      }),
  );
}

/** The tables of a picture that show one part of it, in the order of the page. */
export function tablesOf(figure, part) {
  return [...figure.querySelectorAll(part ? `table[data-part="${part}"]` : "table")];
}
