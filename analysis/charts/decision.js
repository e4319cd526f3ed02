import * as Plot from "@observablehq/plot";
import { rowsOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

const sure = "#12436D";
const not = "#801650";

function shared(width, more) {
  return { width, marginRight: 20, marginBottom: 44, style: { fontSize: "12px", background: "none", color: ink }, ...more };
}

function names(order, narrow) {
  return narrow
    ? Plot.text(order, { y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start", dy: -14 })
    : Plot.axisY({ tickSize: 0, label: null, domain: order, lineWidth: 24, lineHeight: 1.05 });
}

function options(rows, width) {
  const narrow = width < 620;
  const sorted = [...rows].sort((a, b) => a.difference - b.difference);
  const order = sorted.map((row) => row.title);
  const out = (row) => row.standing === "ruled out";
  return Plot.plot(shared(width, {
    height: order.length * (narrow ? 44 : 30) + 70, marginLeft: narrow ? 8 : 290,
    x: { grid: true, label: "← less   difference   more →", labelAnchor: "center" },
    y: { domain: order, label: null, axis: null, padding: 0.3 },
    marks: [
      Plot.ruleX([0], { stroke: quiet, strokeWidth: 1.5 }),
      names(order, narrow),
      Plot.ruleY(sorted, { y: "title", x1: "low", x2: "high", stroke: (d) => (out(d) ? not : sure), strokeWidth: 4, strokeOpacity: 0.5, className: "range" }),
      Plot.dot(sorted.filter((d) => !out(d)), { y: "title", x: "difference", r: (d) => (d.standing === "best" ? 7 : 5), fill: sure, className: "mean" }),
      Plot.dot(sorted.filter(out), { y: "title", x: "difference", r: 5, fill: paper, stroke: not, strokeWidth: 2, symbol: "diamond", className: "mean" }),
    ],
  }));
}

function curve(rows, width) {
  return Plot.plot(shared(width, {
    height: 340, marginLeft: 64,
    x: { grid: true, label: "value", labelAnchor: "center" },
    y: { grid: true, label: "difference from the baseline" },
    marks: [
      Plot.ruleY([0], { stroke: quiet, strokeWidth: 1.5 }),
      Plot.line(rows, { x: "value", y: "difference", stroke: quiet, strokeDasharray: "4 3" }),
      Plot.ruleX(rows, { x: "value", y1: "low", y2: "high", stroke: (d) => (d.reading === "loses" ? not : sure), strokeWidth: 4, strokeOpacity: 0.5, className: "range" }),
      Plot.dot(rows.filter((d) => d.reading === "pays"), { x: "value", y: "difference", r: 5, fill: sure, className: "mean" }),
      Plot.dot(rows.filter((d) => d.reading !== "pays"), { x: "value", y: "difference", r: 5, fill: paper, stroke: (d) => (d.reading === "loses" ? not : sure), strokeWidth: 2, symbol: (d) => (d.reading === "loses" ? "diamond" : "circle"), className: "mean" }),
    ],
  }));
}

function worlds(rows, width, table) {
  const { x, y } = table.dataset;
  return Plot.plot(shared(width, {
    height: 400, marginLeft: 64,
    x: { grid: true, label: x, labelAnchor: "center" },
    y: { grid: true, label: y },
    marks: [
      Plot.dot(rows.filter((d) => d.reading !== "loses"), { x, y, r: 3.5, fill: sure, fillOpacity: 0.7, className: "world" }),
      Plot.dot(rows.filter((d) => d.reading === "loses"), { x, y, r: 4, fill: paper, stroke: not, strokeWidth: 1.75, symbol: "diamond", className: "world" }),
    ],
  }));
}

function worth(rows, width) {
  const narrow = width < 620;
  const order = rows.map((row) => row.title);
  return Plot.plot(shared(width, {
    height: order.length * (narrow ? 64 : 46) + 70, marginLeft: narrow ? 8 : 290,
    x: { grid: true, label: "worth", labelAnchor: "center" },
    y: { domain: order, label: null, axis: null, padding: narrow ? 0.6 : 0.4 },
    marks: [
      Plot.barX(rows, { y: "title", x: "worth", fill: sure, fillOpacity: 0.55, className: "mean" }),
      Plot.ruleY(rows, { y: "title", x1: "low", x2: "high", stroke: ink, strokeWidth: 2, className: "range" }),
      Plot.ruleX([0], { stroke: quiet, strokeWidth: 1.5 }),
      names(order, narrow),
    ],
  }));
}

const parts = { options, curve, worlds, worth };

/** What a decision came to, drawn from its one table. */
export function drawDecision(figure, width) {
  const table = figure.querySelector("table[data-part]");
  return parts[table.dataset.part](rowsOf(table), width, table);
}
