import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

const setting = "#12436D";

/** A bar for each setting from nothing to what it accounts for, with its interval; luck in grey. */
export function drawInfluence(figure, width) {
  const table = tablesOf(figure, "influence")[0];
  const rows = rowsOf(table).map((row, i, all) => ({ ...row, isLuck: table.tBodies[0].rows[i].cells[0].querySelector("small")?.textContent === "luck" && i === all.length - 1 }));
  const narrow = width < 620;
  const order = rows.map((row) => row.factor);
  const colour = (d) => (d.isLuck ? quiet : setting);
  const most = Math.max(...rows.flatMap((row) => [row.value, row.high]).filter(Number.isFinite), 0) * 1.04 || 1;
  const least = Math.min(0, ...rows.map((row) => row.low).filter(Number.isFinite));
  const known = rows.filter((row) => Number.isFinite(row.value));
  return Plot.plot({
    width, height: order.length * (narrow ? 48 : 40) + 64, marginLeft: narrow ? 8 : 340, marginRight: 16, marginBottom: 44,
    style: { fontSize: "12px", background: "none", color: ink },
    x: { domain: [least, most], grid: true, label: table.dataset.axis, labelAnchor: "center", labelArrow: "none" },
    y: { domain: order, label: null, axis: null, padding: 0.42 },
    marks: [
      Plot.ruleX([0], { stroke: quiet }),
      narrow
        ? Plot.text(order, { y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start", dy: -16 })
        : Plot.axisY({ tickSize: 0, label: null, domain: order, lineWidth: 27, lineHeight: 1.05 }),
      Plot.barX(known, { y: "factor", x: "value", fill: colour, fillOpacity: 0.35, className: "value" }),
      Plot.barX(known.filter((row) => Number.isFinite(row.alone)), { y: "factor", x: (d) => Math.max(0, d.alone), fill: colour, fillOpacity: 0.85, className: "alone" }),
      Plot.ruleY(known.filter((row) => Number.isFinite(row.low)), { y: "factor", x1: "low", x2: "high", stroke: paper, strokeWidth: 4.5 }),
      Plot.ruleY(known.filter((row) => Number.isFinite(row.low)), { y: "factor", x1: "low", x2: "high", stroke: ink, strokeWidth: 1.75, className: "interval" }),
      Plot.dot(known, { y: "factor", x: "value", r: 3.5, fill: paper, stroke: ink, strokeWidth: 1.75, className: "middle" }),
    ],
  });
}
