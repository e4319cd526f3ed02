import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

const told = [0, 12, 24, 36, 48, 60, 72];

/** Where the names of the curves stand, from the top of the plot: above the ends, and apart from each other. */
function heightsOfNames(curves, most, height) {
  const line = 16;
  const ends = curves.map(({ rows }, i) => {
    const known = rows.filter((row) => Number.isFinite(row.mean));
    return { i, y: known.length ? height * (1 - known.at(-1).mean / most) - 12 : 0 };
  });
  // The lowest first: the others make room upwards, and all of them downwards at the upper edge.
  ends.sort((a, b) => b.y - a.y);
  for (let k = 1; k < ends.length; ++k) ends[k].y = Math.min(ends[k].y, ends[k - 1].y - line);
  const down = Math.max(0, line / 2 - Math.min(...ends.map(({ y }) => y)));
  const heights = [];
  for (const { i, y } of ends) heights[i] = y + down;
  return heights;
}

const plotHeight = 198;

function panelOf(title, curves, most, width) {
  const below = 20;
  const heights = heightsOfNames(curves, most, plotHeight);
  const narrow = width < 420;
  const shown = narrow ? told.filter((month) => month % 24 === 0) : told;
  const marks = curves.flatMap(({ plan, rows }, i) => {
    const known = rows.filter((row) => Number.isFinite(row.mean));
    return [
      Plot.areaY(known, { x: "month", y1: "low", y2: "high", fill: plan.colour, fillOpacity: 0.13, className: `band-${plan.index}` }),
      Plot.line(known, { x: "month", y: "mean", stroke: plan.colour, strokeWidth: plan.width, strokeDasharray: plan.dash, className: `mean-${plan.index}` }),
      Plot.dot(known, { x: "month", y: "mean", r: 3, symbol: plan.symbol, fill: paper, stroke: plan.colour, className: `points-${plan.index}` }),
      Plot.text(known.slice(-1), {
        x: "month", y: () => most * (1 - heights[i] / plotHeight), text: () => plan.title, textAnchor: "end",
        fill: plan.colour, stroke: paper, strokeWidth: 4, fontWeight: 600, lineWidth: 40,
        className: `name-${plan.index}`,
      }),
      Plot.text(rows.filter((row) => shown.includes(row.month)), {
        x: "month", text: (row) => Math.round(row.followed).toLocaleString("en-GB"), frameAnchor: "bottom",
        dy: 50 + i * below, fill: plan.colour, className: `followed-${plan.index}`,
      }),
    ];
  });
  const holder = document.createElement("div");
  const heading = document.createElement("p");
  heading.className = "panel-title";
  heading.textContent = title;
  holder.append(
    heading,
    Plot.plot({
      width, height: plotHeight + 82 + curves.length * below, marginLeft: 40, marginRight: 14, marginTop: 20,
      marginBottom: 62 + curves.length * below,
      style: { fontSize: "12px", background: "none", color: ink },
      x: { domain: [0, 72], ticks: shown, label: null },
      y: { domain: [0, most], grid: true, label: "of every 100", ticks: 5 },
      marks: [
        Plot.text(["months since closing; below, families still followed"], { frameAnchor: "bottom-left", dy: 32, fill: quiet }),
        ...marks,
      ],
    }),
  );
  return holder;
}

/** One less those still away, by way of closing, with the families still followed below the axis. */
export function drawReturns(figure, width, plans) {
  const titles = new Map();
  for (const table of tablesOf(figure, "curve")) {
    const curve = { plan: plans[Number(table.dataset.plan)], rows: rowsOf(table) };
    titles.set(table.dataset.title, [...(titles.get(table.dataset.title) ?? []), curve]);
  }
  const high = [...titles.values()].flat().flatMap(({ rows }) => rows.map((row) => row.high || 0));
  const most = Math.min(100, Math.ceil(Math.max(...high) / 10) * 10 || 10);
  const columns = width >= 800 && titles.size > 1 ? 2 : 1;
  const each = Math.floor((width - (columns - 1) * 24) / columns);
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  for (const [title, curves] of titles) grid.append(panelOf(title, curves, most, Math.min(each, 760)));
  return grid;
}
