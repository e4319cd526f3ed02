import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, quiet } from "./plans.js";

const day = (text) => new Date(`${text}T00:00:00Z`);

function courseOf(table) {
  return rowsOf(table).map((row) => ({ ...row, date: day(row.date) }));
}

function courseMarks(rows, plan, baseline) {
  const runs = rows.flatMap((row) => row.run.map((value, run) => ({ date: row.date, value, run })));
  const marks = [
    Plot.areaY(rows, { x: "date", y1: "low90", y2: "high90", fill: plan.colour, fillOpacity: 0.13, className: "band90" }),
    Plot.areaY(rows, { x: "date", y1: "low50", y2: "high50", fill: plan.colour, fillOpacity: 0.22, className: "band50" }),
    Plot.line(runs, { x: "date", y: "value", z: "run", stroke: plan.colour, strokeWidth: 0.6, strokeOpacity: 0.45, className: "runs" }),
  ];
  if (baseline) {
    marks.push(Plot.line(baseline.rows, { x: "date", y: "median", stroke: "#FDFCF9", strokeWidth: 4, strokeOpacity: 0.8 }));
    marks.push(Plot.line(baseline.rows, { x: "date", y: "median", stroke: baseline.colour, strokeWidth: baseline.width, strokeDasharray: baseline.dash, className: "baseline" }));
  }
  marks.push(Plot.line(rows, { x: "date", y: "median", stroke: plan.colour, strokeWidth: 2.75, strokeDasharray: plan.index === 0 ? plan.dash : null, className: "median" }));
  return marks;
}

/** Twenty dots, each a twentieth of the runs, in piles at the height of the runs' highest month. */
function peakDots(peaks, height, low, high) {
  const radius = 3.4;
  const pile = new Map();
  const bins = (height - 50) / (2 * radius + 0.6);
  return peaks.map((value) => {
    const bin = Math.round(((value - low) / (high - low || 1)) * bins);
    const count = pile.get(bin) ?? 0;
    pile.set(bin, count + 1);
    return { value, place: count };
  });
}

function panel(rows, plan, baseline, peaks, domain, width) {
  const height = 250;
  const side = Math.min(110, width * 0.24);
  const holder = document.createElement("div");
  const title = document.createElement("p");
  title.className = "panel-title";
  title.textContent = plan.index === 0 ? `${plan.title} (baseline)` : plan.title;
  const row = document.createElement("div");
  row.style.display = "flex";
  const piled = peakDots(peaks, height, ...domain);
  const tallest = Math.max(12, ...piled.map((dot) => dot.place + 1));
  const style = { fontSize: "12px", background: "none", color: ink };
  const margins = { marginTop: 14, marginBottom: 30 };
  const course = Plot.plot({
    ...margins, width: width - side, height, marginLeft: 44, marginRight: 4, style,
    x: { type: "utc", label: null, ticks: width < 420 ? 4 : 6 },
    y: { domain, label: null, grid: true, ticks: 5 },
    marks: courseMarks(rows, plan, baseline),
  });
  const dots = Plot.plot({
    ...margins, width: side, height, marginLeft: 6, marginRight: 2, style,
    x: { domain: [0, tallest], axis: null },
    y: { domain, axis: null, grid: true, ticks: 5 },
    marks: [
      Plot.ruleX([-0.6], { stroke: quiet, strokeWidth: 0.75 }),
      Plot.dot(piled, {
        x: "place", y: "value", r: Math.min(3.2, (side - 8) / (2 * tallest)), fill: plan.index === 0 ? "#FDFCF9" : plan.colour, stroke: plan.colour, className: "peaks",
      }),
      Plot.text(["peaks"], { frameAnchor: "bottom-left", dy: 18, fill: quiet, fontSize: 12 }),
    ],
  });
  row.append(course, dots);
  holder.append(title, row);
  return holder;
}

/** A panel for each plan: bands, median, a dozen real runs, and the peaks of the runs beside. */
export function drawOverTime(figure, width, plans) {
  const courses = tablesOf(figure, "course").map(courseOf);
  const peaks = rowsOf(tablesOf(figure, "peaks")[0]);
  const most = Math.max(
    ...courses.flat().flatMap((row) => [row.high90, ...row.run]),
    ...peaks.flatMap((row) => plans.map((plan) => row[plan.index] ?? 0)),
  );
  const domain = [0, most * 1.04 || 1];
  const columns = width >= 800 ? 2 : 1;
  const each = Math.floor((width - (columns - 1) * 24) / columns);
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  plans.forEach((plan, i) => {
    const baseline = i === 0 ? null : { ...plans[0], rows: courses[0] };
    grid.append(panel(courses[i], plan, baseline, peaks.map((row) => row[i]), domain, each));
  });
  return grid;
}
