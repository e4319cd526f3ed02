import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper } from "./plans.js";

// From the mildest to the most intrusive help; told apart in grey print by their lightness and order.
const tones = ["#D9D4C7", "#9CC9C4", "#28A197", "#F46A25", "#801650", "#12436D"];

/** Where the bands of one slice start and end, tier above tier. */
function slicesOf(rows, years) {
  const tiers = [...new Set(rows.map((row) => row.to))].sort((a, b) => a - b);
  const flow = (year, from, to) =>
    rows.find((row) => row.from === from && row.to === to)?.children[year] ?? 0;
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const arriving = (year, tier) => sum(tiers.map((from) => flow(year, from, tier)));
  const leaving = (year, tier) => sum(tiers.map((to) => flow(year, tier, to)));
  const slices = [];
  for (let slice = 0; slice <= years; slice += 1) {
    slices.push(
      tiers.map((tier) => {
        const inward = slice === 0 ? 0 : arriving(slice - 1, tier);
        const outward = slice === years ? 0 : leaving(slice, tier);
        return { tier, slice, height: Math.max(inward, outward) };
      }),
    );
  }
  return { tiers, flow, slices };
}

function stacked(slices, gap) {
  for (const slice of slices) {
    let top = 0;
    for (const node of [...slice].reverse()) {
      node.y1 = top;
      node.y2 = top + node.height;
      node.in = node.y1;
      node.out = node.y1;
      top = node.y2 + gap;
    }
  }
}

function bandsOf({ tiers, flow, slices }, years, half) {
  const bands = [];
  for (let year = 0; year < years; year += 1) {
    const order = [...tiers].reverse();
    for (const from of order) {
      for (const to of order) {
        const children = flow(year, from, to);
        if (!children) continue;
        const source = slices[year].find((node) => node.tier === from);
        const target = slices[year + 1].find((node) => node.tier === to);
        const id = `${year}-${from}-${to}`;
        const tone = tones[from === 0 ? to : from];
        const opacity = from === to ? 0.55 : 0.3;
        bands.push([
          { id, x: year + half, y1: source.out, y2: source.out + children, tone, opacity },
          { id, x: year + 1 - half, y1: target.in, y2: target.in + children, tone, opacity },
        ]);
        source.out += children;
        target.in += children;
      }
    }
  }
  return bands;
}

function panelOf(rows, dates, names, plan, height, most, width) {
  const years = dates.length;
  const parts = slicesOf(rows, years);
  const half = 0.05;
  stacked(parts.slices, most * 0.03);
  const bands = bandsOf(parts, years, half);
  const nodes = parts.slices.flat().filter((node) => node.height > 0);
  const wide = width >= 560;
  const last = parts.slices[years].filter((node) => node.height > 0);
  const holder = document.createElement("div");
  const title = document.createElement("p");
  title.className = "panel-title";
  title.textContent = plan.index === 0 ? `${plan.title} (baseline)` : plan.title;
  const top = Math.max(...nodes.map((node) => node.y2));
  holder.append(
    title,
    Plot.plot({
      width, height, marginTop: 6, marginBottom: 26, marginLeft: wide ? 24 : 34, marginRight: wide ? 170 : 34,
      style: { fontSize: "12px", background: "none", color: ink },
      x: { domain: [-half, years + half], axis: null },
      y: { domain: [0, Math.max(top, most * 1.2)], axis: null, reverse: false },
      marks: [
        Plot.text(["Day 0", ...dates].map((text, slice) => ({ text, slice })), {
          x: "slice", text: "text", frameAnchor: "bottom", dy: 18, fill: ink,
          filter: (d) => wide || d.slice === 0 || d.slice === years || d.slice === 2,
        }),
        ...bands.map((band) =>
          Plot.areaY(band, {
            x: "x", y1: "y1", y2: "y2", curve: "bump-x", fill: band[0].tone, fillOpacity: band[0].opacity,
            className: `band-${band[0].id}`,
          }),
        ),
        Plot.rect(nodes, {
          x1: (d) => d.slice - half, x2: (d) => d.slice + half, y1: "y1", y2: "y2",
          fill: (d) => tones[d.tier], stroke: paper, strokeWidth: 0.5, className: "tiers",
        }),
        wide
          ? Plot.text(last, {
              x: (d) => d.slice + half, y: (d) => (d.y1 + d.y2) / 2, dx: 8, textAnchor: "start",
              text: (d) => names.get(d.tier), fill: ink,
            })
          : null,
      ],
    }),
  );
  return holder;
}

function legendOf(names) {
  const list = document.createElement("p");
  list.className = "panel-title tones";
  for (const [tier, name] of names) {
    const item = document.createElement("span");
    const box = document.createElement("i");
    box.style.background = tones[tier];
    item.append(box, name);
    list.append(item);
  }
  return list;
}

/** Columns of tiers at each 31 March and bands between them: time goes one way, so nothing turns in
 * circles, however often a child comes and goes. */
export function drawFlows(figure, width, plans) {
  const tables = tablesOf(figure, "flows");
  const all = tables.map(rowsOf);
  const heads = [...tables[0].tHead.rows[0].cells].filter((cell) => cell.dataset.key === "children");
  const dates = heads.map((cell) => cell.textContent.replace(/^\d+ \w+ /, "March "));
  const names = new Map(
    [...tables[0].tBodies[0].rows].map((row) => [Number(row.cells[0].dataset.value), row.cells[0].textContent.trim()]),
  );
  const most = Math.max(
    ...all.map((rows) =>
      Math.max(...dates.map((_, year) => rows.reduce((sum, row) => sum + row.children[year], 0))),
    ),
  );
  const columns = width >= 1000 ? 2 : 1;
  const each = Math.floor((width - (columns - 1) * 24) / columns);
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  plans.forEach((plan, i) => grid.append(panelOf(all[i], dates, names, plan, 320, most, each)));
  const holder = document.createElement("div");
  holder.append(legendOf(names), grid);
  return holder;
}
