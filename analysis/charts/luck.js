import * as Plot from "@observablehq/plot";
import { rowsOf, tablesOf } from "./table_numbers.js";
import { ink, paper, quiet } from "./plans.js";

function panelOf(rows, plan, width) {
  const narrow = width < 560;
  const order = rows.map((row) => row.measure);
  const holder = document.createElement("div");
  const title = document.createElement("p");
  title.className = "panel-title";
  title.textContent = plan.title;
  holder.append(
    title,
    Plot.plot({
      width,
      height: order.length * (narrow ? 50 : 30) + 56,
      marginLeft: narrow ? 8 : 250,
      marginRight: 16,
      marginTop: 4,
      marginBottom: 44,
      style: { fontSize: "13px", background: "none", color: ink },
      x: {
        domain: [0, 100], grid: true, labelAnchor: "center", labelOffset: 38,
        label: "per cent of the variance: luck, then not knowing",
      },
      y: { domain: order, label: null, axis: null, padding: narrow ? 0.55 : 0.3 },
      marks: [
        Plot.barX(rows, {
          y: "measure", x1: 0, x2: "luck", fill: paper, stroke: quiet, strokeDasharray: "3 2", className: "luck",
        }),
        Plot.barX(rows, {
          y: "measure", x1: "luck", x2: (row) => row.luck + row.notKnowing, fill: plan.colour, stroke: plan.colour,
          className: "not-knowing",
        }),
        narrow
          ? Plot.text(order, { y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "start", dy: -20, fontWeight: 600 })
          : Plot.axisY({ tickSize: 0, label: null, lineWidth: 20, fontSize: 13, domain: order }),
      ],
    }),
  );
  return holder;
}

/** For each measure a bar of the whole variance of its difference: luck first, not knowing after it. */
export function drawLuck(figure, width, plans) {
  const holder = document.createElement("div");
  for (const table of tablesOf(figure, "luck")) {
    const rows = rowsOf(table).filter((row) => Number.isFinite(row.luck));
    holder.append(panelOf(rows, plans[Number(table.dataset.plan)], width));
  }
  return holder;
}
