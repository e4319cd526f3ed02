import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

const farthest = 100;
const looks = { inside: "#12436D", outside: "#801650" };

function cut(value) {
  return Math.max(-farthest, Math.min(farthest, value));
}

/** For each figure the predicted range, as per cent off what was observed. */
export function drawFit(figure, width) {
  const rows = rowsOf(tablesOf(figure, "figures")[0]).map((row) => ({ ...row, low: cut(row.low), middle: cut(row.middle), high: cut(row.high) }));
  const narrow = width < 620;
  const order = rows.map((row) => row.figure);
  return Plot.plot({
    width, height: order.length * (narrow ? 44 : 32) + 70, marginLeft: narrow ? 8 : 330, marginRight: 20, marginBottom: 44,
    style: { fontSize: "12px", background: "none", color: ink },
    x: { domain: [-farthest, farthest], grid: true, label: "← below   per cent off the observed figure   above →", labelAnchor: "center" },
    y: { domain: order, label: null, axis: null, padding: 0.3 },
    marks: [
      Plot.ruleX([0], { stroke: quiet, strokeWidth: 1.5 }),
      narrow
        ? Plot.text(order, { y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start", dy: -14 })
        : Plot.axisY({ tickSize: 0, label: null, domain: order, lineWidth: 26, lineHeight: 1.05 }),
      Plot.ruleY(rows, { y: "figure", x1: "low", x2: "high", stroke: (d) => looks[d.reading], strokeWidth: 4, strokeOpacity: 0.55, className: "range" }),
      Plot.dot(rows.filter((d) => d.reading === "inside"), { y: "figure", x: "middle", r: 5, fill: looks.inside, className: "middle" }),
      Plot.dot(rows.filter((d) => d.reading === "outside"), { y: "figure", x: "middle", r: 5, fill: paper, stroke: looks.outside, strokeWidth: 2, symbol: "diamond", className: "middle" }),
    ],
  });
}
