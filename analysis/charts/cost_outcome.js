import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A faint dot for each paired run, the mean as a large mark, and the four quadrants by name. */
export function drawCostOutcome(figure, width, plans) {
  const clouds = tablesOf(figure, "runs").map((table) => ({
    plan: plans[Number(table.dataset.plan)],
    rows: rowsOf(table),
  }));
  const all = clouds.flatMap(({ rows }) => rows);
  const reach = (key) => Math.max(...all.map((row) => Math.abs(row[key])), 1e-9) * 1.15;
  const x = reach("cost");
  const y = reach("need");
  const corner = (text, anchor, dx, dy) =>
    Plot.text([text], {
      frameAnchor: anchor, dx, dy, fill: quiet, fontStyle: "italic", fontSize: 13, lineWidth: width < 500 ? 9 : 20,
      textAnchor: anchor.endsWith("left") ? "start" : "end",
      lineAnchor: anchor.startsWith("top") ? "top" : "bottom",
    });
  return Plot.plot({
    width: Math.min(width, 780), height: Math.min(Math.max(width, 340), 480), marginLeft: 56, marginBottom: 46, marginTop: 26, marginRight: 14,
    style: { fontSize: "12px", background: "none", color: ink },
    x: { domain: [-x, x], label: "cheaper   ←   £ million a year   →   dearer", labelAnchor: "center", grid: true, ticks: width < 500 ? 4 : 8 },
    y: { domain: [-y, y], label: "children in severe need: ↑ more, ↓ fewer", grid: true },
    marks: [
      Plot.ruleX([0], { stroke: quiet, strokeDasharray: "5 4" }),
      Plot.ruleY([0], { stroke: quiet, strokeDasharray: "5 4" }),
      corner("cheaper, more severe need", "top-left", 8, 8),
      corner("dearer, more severe need", "top-right", -8, 8),
      corner("cheaper, less severe need", "bottom-left", 8, -8),
      corner("dearer, less severe need", "bottom-right", -8, -8),
      ...clouds.map(({ plan, rows }) =>
        Plot.dot(rows, { x: "cost", y: "need", r: 3, symbol: plan.symbol, fill: plan.colour, fillOpacity: 0.28, className: `runs-${plan.index}` }),
      ),
      ...clouds.flatMap(({ plan, rows }) => {
        if (rows.length === 0) return [];
        const centre = [{ cost: mean(rows.map((row) => row.cost)), need: mean(rows.map((row) => row.need)) }];
        return [
          Plot.dot(centre, { x: "cost", y: "need", r: 7, symbol: plan.symbol, fill: plan.colour, stroke: paper, strokeWidth: 2, className: `mean-${plan.index}` }),
          Plot.text(centre, { x: "cost", y: "need", text: () => plan.title, dy: -14, fill: plan.colour, stroke: paper, strokeWidth: 4, fontWeight: 600 }),
        ];
      }),
    ],
  });
}
