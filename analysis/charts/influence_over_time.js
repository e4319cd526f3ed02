import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, quiet } from "./plans.js";

const setting = "#12436D";

function panel(table, rows, domain, width) {
  const isLuck = table.id.endsWith("-luck");
  const colour = isLuck ? quiet : setting;
  const holder = document.createElement("div");
  const title = document.createElement("p");
  title.className = "panel-title";
  title.textContent = table.caption.textContent;
  holder.append(
    title,
    Plot.plot({
      width, height: 200, marginLeft: 44, marginRight: 6, marginTop: 14, marginBottom: 30,
      style: { fontSize: "12px", background: "none", color: ink },
      x: { type: "utc", label: null, ticks: width < 420 ? 4 : 6 },
      y: { domain, label: null, grid: true, ticks: 5, clamp: true },
      marks: [
        Plot.ruleY([0], { stroke: quiet, strokeWidth: 0.75 }),
        Plot.areaY(rows, { x: "date", y1: "low", y2: "high", fill: colour, fillOpacity: 0.18, className: "band" }),
        Plot.lineY(rows, { x: "date", y: "value", stroke: colour, strokeWidth: 2.25, strokeDasharray: isLuck ? "5 4" : null, className: "value" }),
      ],
    }),
  );
  return holder;
}

/** A panel for each setting that accounts for much, and one for luck, over the months. */
export function drawInfluenceOverTime(figure, width) {
  const tables = tablesOf(figure, "months");
  const all = tables.map((table) => rowsOf(table).map((row) => ({ ...row, date: new Date(`${row.date}T00:00:00Z`) })));
  const values = all.flat().map((row) => row.value).filter(Number.isFinite);
  const domain = [Math.min(0, ...values), Math.max(...values) * 1.08 || 1];
  const columns = width >= 800 ? 2 : 1;
  const each = Math.floor((width - (columns - 1) * 24) / columns);
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  tables.forEach((table, i) => grid.append(panel(table, all[i], domain, each)));
  return grid;
}
