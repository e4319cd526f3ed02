import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, quiet } from "./plans.js";

const settled = new Set(["higher", "lower", "the same"]);

/** Paired differences in per cent of the baseline: a dot for the mean, a line for the 90% range. A
 * panel for each group of measures, because lists may double where need moves by a hundredth. */
export function drawDifferences(figure, width, plans) {
  const panels = document.createElement("div");
  for (const table of tablesOf(figure)) {
    const title = document.createElement("p");
    title.className = "panel-title";
    title.textContent = table.dataset.title ?? "";
    const unit = table.dataset.unit ?? "per cent of the baseline";
    panels.append(title, panelOf(rowsOf(table), unit, width, plans));
  }
  return panels;
}

function panelOf(rows, unit, width, plans) {
  const narrow = width < 560;
  const order = [...new Set(rows.map((row) => row.measure))];
  const shown = plans.slice(1);
  const gap = 14;
  const step = Math.max(26, shown.length * gap + 14) + (narrow ? 16 : 0);
  const offset = (row) =>
    (shown.findIndex((plan) => plan.index === row.plan) - (shown.length - 1) / 2) * gap +
    (narrow ? 8 : 0);
  const layers = shown.flatMap((plan) => {
    const own = rows.filter((row) => row.plan === plan.index);
    const dy = own.length ? offset(own[0]) : 0;
    return [
      Plot.ruleY(own, {
        y: "measure", x1: "low", x2: "high", stroke: plan.colour, strokeWidth: 3, dy,
        className: `range-${plan.index}`,
      }),
      Plot.dot(own, {
        y: "measure", x: "mean", r: 5, dy, symbol: plan.symbol,
        fill: (row) => (settled.has(row.verdict) ? plan.colour : "#fff"),
        stroke: plan.colour, strokeWidth: 2, className: `mean-${plan.index}`,
      }),
    ];
  });
  return Plot.plot({
    width,
    height: order.length * step + 48,
    marginLeft: narrow ? 8 : 250,
    marginRight: 16,
    marginTop: 4,
    marginBottom: 44,
    style: { fontSize: "13px", background: "none", color: ink },
    x: {
      label: `← less   ${unit}   more →`, labelAnchor: "center", labelOffset: 38,
      grid: true, domain: domainOf(rows), nice: true,
    },
    y: { type: "point", domain: order, label: null, axis: null, padding: 0.5 },
    marks: [
      Plot.ruleX([0], { stroke: quiet, strokeWidth: 1.5, strokeDasharray: "5 4" }),
      narrow
        ? Plot.text(order, {
            y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start",
            dy: -(shown.length * gap) / 2 - 4, fontWeight: 600, fill: ink, stroke: "#FDFCF9", strokeWidth: 4,
          })
        : Plot.axisY({ tickSize: 0, label: null, lineWidth: 20, fontSize: 13, domain: order }),
      ...layers,
    ],
  });
}

function domainOf(rows) {
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0, ...rows.map((row) => row.high));
  const room = (high - low) * 0.06 || 1;
  return [low === 0 ? -room : low - room, high === 0 ? room : high + room];
}
