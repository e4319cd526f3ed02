import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, quiet } from "./plans.js";

function panelOf(rows, plan, domain, width) {
  const narrow = width < 620;
  const order = rows.map((row) => row.setting);
  const holder = document.createElement("div");
  const title = document.createElement("p");
  title.className = "panel-title";
  title.textContent = plan.title;
  holder.append(
    title,
    Plot.plot({
      width, height: order.length * (narrow ? 46 : 40) + 60, marginLeft: narrow ? 8 : 330, marginRight: 16, marginBottom: 44,
      style: { fontSize: "12px", background: "none", color: ink },
      x: { domain, grid: true, label: "← fewer   children in severe need, difference   more →", labelAnchor: "center" },
      y: { domain: order, label: null, axis: null, padding: 0.3 },
      marks: [
        Plot.ruleX([0], { stroke: quiet, strokeDasharray: "5 4" }),
        narrow
          ? Plot.text(order, { y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start", dy: -15 })
          : Plot.axisY({ tickSize: 0, label: null, domain: order, lineWidth: 26, lineHeight: 1.05 }),
        Plot.ruleY(rows, { y: "setting", x1: "low", x2: "high", stroke: plan.colour, strokeWidth: 4, strokeOpacity: 0.5, className: "swing" }),
        Plot.dot(rows, { y: "setting", x: "low", r: 5, fill: "#FDFCF9", stroke: plan.colour, strokeWidth: 2, className: "low" }),
        Plot.dot(rows, { y: "setting", x: "high", r: 5, fill: plan.colour, className: "high" }),
      ],
    }),
  );
  return holder;
}

/** For each uncertain number a line from the worlds in which it is low to those in which it is high. */
export function drawDrivers(figure, width, plans) {
  const tables = tablesOf(figure, "drivers");
  const all = tables.map(rowsOf);
  const values = all.flat().flatMap((row) => [row.low, row.high, 0]);
  const room = (Math.max(...values) - Math.min(...values)) * 0.06 || 1;
  const domain = [Math.min(...values) - room, Math.max(...values) + room];
  const holder = document.createElement("div");
  tables.forEach((table, i) => holder.append(panelOf(all[i], plans[Number(table.dataset.plan)], domain, width)));
  return holder;
}
