import { plansOf } from "./plans.js";
import { drawDecision } from "./decision.js";
import { drawDifferences } from "./differences.js";
import { drawOverTime } from "./over_time.js";
import { drawFlows } from "./flows.js";
import { drawReturns } from "./returns.js";
import { drawCostOutcome } from "./cost_outcome.js";
import { drawDrivers } from "./drivers.js";
import { drawFit } from "./fit.js";
import { drawInfluence } from "./influence.js";
import { drawInfluenceOverTime } from "./influence_over_time.js";
import { drawLuck } from "./luck.js";

const pictures = {
  decision: drawDecision,
  differences: drawDifferences,
  over_time: drawOverTime,
  flows: drawFlows,
  returns: drawReturns,
  cost_outcome: drawCostOutcome,
  drivers: drawDrivers,
  fit: drawFit,
  influence: drawInfluence,
  influence_over_time: drawInfluenceOverTime,
  luck: drawLuck,
};

function draw(figure, plans) {
  const place = figure.querySelector(".plot");
  const width = Math.floor(place.clientWidth);
  if (width === 0 || width === Number(place.dataset.width)) return;
  place.dataset.width = width;
  const picture = pictures[figure.dataset.picture](figure, width, plans);
  // The place itself is the image and has the words; names of marks are not for people.
  for (const named of picture.querySelectorAll("[aria-label]")) named.removeAttribute("aria-label");
  place.replaceChildren(picture);
}

const plans = plansOf();
const figures = [...document.querySelectorAll("figure[data-picture]")];
const widths = new ResizeObserver((entries) => {
  for (const entry of entries) draw(entry.target.closest("figure"), plans);
});
for (const figure of figures) widths.observe(figure.querySelector(".plot"));
