// What a person meets who opens a report: in Chromium, from disk. Four reports are looked at, whose
// paths ctest gives (see CMakeLists.txt): a small one, one of four plans, one of two equal plans, and
// one of several worlds.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test, before, after } from "node:test";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.STEPDOWN_BROWSER_PACKAGES}/package.json`);
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const reports = process.env.STEPDOWN_REPORTS.split(":");
const [report, fourPlans, equalPlans, worlds, fit, sensitivity] = reports.map((path) => pathToFileURL(path).href);

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.STEPDOWN_CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
});
after(() => browser.close());

/** The page as it is once its pictures are drawn, with all that it asked for and complained of. */
async function opened(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const heard = { requests: [], complaints: [] };
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.complaints.push(message.text());
  });
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  await page.goto(address);
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(() =>
      [...document.querySelectorAll("figure .plot")].every((plot) => plot.querySelector("svg")),
    );
  }
  return { page, ...heard, close: () => context.close() };
}

for (const [name, address] of Object.entries({ report, fourPlans, equalPlans, worlds, fit, sensitivity })) {
  test(`${name}: asks no network and has nothing to complain of`, async () => {
    const { requests, complaints, close } = await opened(address);
    assert.deepEqual(requests, [address]);
    assert.deepEqual(complaints, []);
    await close();
  });

  for (const width of [1280, 320]) {
    test(`${name}: has no violation of WCAG 2.2 AA at ${width} pixels`, async () => {
      const { page, close } = await opened(address, { viewport: { width, height: 900 } });
      // Open where there is time to look at every cell; elsewhere the tables are of the same make.
      await page.evaluate((all) => {
        for (const details of document.querySelectorAll("details")) details.open = all;
      }, name === "report");
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const result = await axe.run(document, { runOnly: { type: "tag", values: tags } });
        return result.violations.map((violation) => ({
          id: violation.id,
          help: violation.help,
          where: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
        }));
      });
      assert.deepEqual(found, []);
      await close();
    });
  }

  test(`${name}: does not scroll sideways at 320 pixels, tables open or not`, async () => {
    const { page, close } = await opened(address, { viewport: { width: 320, height: 700 } });
    const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    let [wide, screen] = await widths();
    assert.ok(wide <= screen, `${wide} > ${screen}`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    [wide, screen] = await widths();
    assert.ok(wide <= screen, `${wide} > ${screen} with open tables`);
    await close();
  });
}

test("whatever can be used or scrolled is reached by the keyboard, in order, and shows it", async () => {
  const { page, close } = await opened(report);
  const wanted = await page.evaluate(() => {
    const visible = (element) => element.checkVisibility();
    return [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter(visible).length;
  });
  const reached = [];
  for (let i = 0; i < wanted; i += 1) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() => {
        const here = document.activeElement;
        const style = getComputedStyle(here);
        const all = [...document.querySelectorAll("*")];
        return { at: all.indexOf(here), outline: style.outlineStyle !== "none" };
      }),
    );
  }
  assert.equal(new Set(reached.map(({ at }) => at)).size, wanted);
  assert.deepEqual(reached.map(({ at }) => at), reached.map(({ at }) => at).sort((a, b) => a - b));
  assert.ok(reached.every(({ outline }) => outline));
  await page.locator("summary").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("details").first().evaluate((details) => details.open));
  await close();
});

test("with scripts off every sentence and table is there", async () => {
  const on = await opened(report);
  const off = await opened(report, { javaScriptEnabled: false });
  const words = (page) =>
    page.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true);
      for (const drawn of copy.querySelectorAll(".plot, noscript")) drawn.remove();
      return copy.textContent.replace(/\s+/g, " ");
    });
  assert.equal(await words(off.page), await words(on.page));
  assert.ok((await off.page.locator("table").count()) > 10);
  assert.ok(await off.page.locator("noscript p").first().isVisible());
  await on.close();
  await off.close();
});

test("the honest-use text and the answer stand before the first picture", async () => {
  const { page, close } = await opened(report);
  const honest = await page.locator(".honest").boundingBox();
  const answer = await page.locator(".headline").first().boundingBox();
  const picture = await page.locator("figure").first().boundingBox();
  assert.ok(honest.y + honest.height < picture.y);
  assert.ok(answer.y < 900, "the answer is on the first screen");
  await close();
});

test("first content within a second", async () => {
  // The quickest of a few: a busy machine makes any of them slow, and none quick.
  let quickest = Infinity;
  for (let attempt = 0; attempt < 5 && quickest >= 1000; ++attempt) {
    const { page, close } = await opened(fourPlans);
    const painted = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    quickest = Math.min(quickest, painted ?? Infinity);
    await close();
  }
  assert.ok(quickest < 1000, `${quickest} ms`);
});

test("a report of four plans is smaller than 1.5 MB", async () => {
  const { size } = await stat(reports[1]);
  assert.ok(size < 1.5e6, `${size} bytes`);
});

test("motion is reduced for who wants none", async () => {
  const { page, close } = await opened(report, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
    }).length,
  );
  assert.equal(moving, 0);
  await close();
});

// What follows reads positions back from the drawing and holds them against the tables.

/** In the page: the vertices of the marks of a class in one drawing, as numbers of its scales. */
function readBack() {
  window.verticesOf = (mark, x, y) => {
    const shift = /translate\(([-\d.]+),([-\d.]+)\)/.exec(mark.getAttribute("transform") ?? "");
    const [dx, dy] = shift ? [Number(shift[1]), Number(shift[2])] : [0, 0];
    return [...mark.querySelectorAll("path, circle")].flatMap((shape) => {
      const own = /translate\(([-\d.]+),([-\d.]+)\)/.exec(shape.getAttribute("transform") ?? "");
      const points = shape.matches("circle")
        ? [[Number(shape.getAttribute("cx")), Number(shape.getAttribute("cy"))]]
        : own
          ? [[Number(own[1]), Number(own[2])]]
          : [...shape.getAttribute("d").matchAll(/([-\d.]+),([-\d.]+)/g)].map((p) => [Number(p[1]), Number(p[2])]);
      return points.map(([px, py]) => ({
        x: x?.invert ? x.invert(px + (own ? 0 : 0)) : px,
        y: y?.invert ? y.invert(py) : py,
        perPixel: { x: x?.invert ? Math.abs(x.invert(1) - x.invert(0)) : 0, y: y?.invert ? Math.abs(y.invert(1) - y.invert(0)) : 0 },
        dx,
        dy,
      }));
    });
  };
  window.cellsOf = (table, key) => {
    const heads = [...table.tHead.rows[0].cells];
    const columns = heads.flatMap((head, i) => (head.dataset.key === key ? [i] : []));
    return columns.map((column) =>
      [...table.tBodies].flatMap((body) =>
        [...body.rows]
          .filter((row) => row.cells.length === heads.length)
          .map((row) => Number((row.cells[column].dataset.value ?? row.cells[column].firstChild.textContent).replaceAll(",", "")))),
    );
  };
}

const near = (drawn, told, pixel, what) =>
  assert.ok(Math.abs(drawn - told) <= pixel + 1e-6, `${what}: drawn ${drawn}, told ${told}`);

test("lines over time go through the numbers of their tables", async () => {
  const { page, close } = await opened(fourPlans);
  await page.evaluate(readBack);
  const pictures = await page.evaluate(() =>
    [...document.querySelectorAll("figure[data-picture='over_time']")].map((figure) => {
      const tables = [...figure.querySelectorAll("table[data-part='course']")];
      const drawings = [...figure.querySelectorAll(".plot svg")].filter((svg) => svg.querySelector(".median"));
      return tables.map((table, i) => {
        const scale = drawings[i].scale("y");
        const [median] = cellsOf(table, "median");
        return {
          id: table.id,
          told: { median, runs: cellsOf(table, "run") },
          drawn: {
            median: verticesOf(drawings[i].querySelector(".median"), null, scale),
            runs: [...drawings[i].querySelectorAll(".runs path")].length,
          },
        };
      });
    }),
  );
  assert.ok(pictures.length >= 3);
  for (const { id, told, drawn } of pictures.flat()) {
    assert.equal(drawn.median.length, told.median.length, id);
    drawn.median.forEach((point, i) => near(point.y, told.median[i], point.perPixel.y, `${id} ${i}`));
    assert.equal(drawn.runs, told.runs.length, id);
  }
  await close();
});

test("dots of differences and of paired runs stand where their tables say", async () => {
  const { page, close } = await opened(fourPlans);
  await page.evaluate(readBack);
  const differences = await page.evaluate(() =>
    [...document.querySelectorAll("figure[data-picture='differences']")].flatMap((figure) =>
      [...figure.querySelectorAll("table")].map((table, i) => {
        const drawing = figure.querySelectorAll(".plot svg")[i];
        const [mean] = cellsOf(table, "mean");
        const [plan] = cellsOf(table, "plan");
        const drawn = {};
        for (const index of new Set(plan)) {
          drawn[index] = verticesOf(drawing.querySelector(`.mean-${index}`), drawing.scale("x"), null);
        }
        return { id: table.id, mean, plan, drawn };
      }),
    ),
  );
  assert.ok(differences.length >= 3);
  for (const { id, mean, plan, drawn } of differences) {
    for (const index of Object.keys(drawn)) {
      const told = mean.filter((_, i) => plan[i] === Number(index));
      assert.equal(drawn[index].length, told.length, id);
      drawn[index].forEach((point, i) => near(point.x, told[i], point.perPixel.x, `${id} plan ${index}`));
    }
  }
  const clouds = await page.evaluate(() => {
    const figure = document.querySelector("#picture-cost");
    const drawing = figure.querySelector(".plot svg");
    return [...figure.querySelectorAll("table")].map((table) => ({
      id: table.id,
      cost: cellsOf(table, "cost")[0],
      need: cellsOf(table, "need")[0],
      drawn: verticesOf(drawing.querySelector(`.runs-${table.dataset.plan}`), drawing.scale("x"), drawing.scale("y")),
    }));
  });
  for (const { id, cost, need, drawn } of clouds) {
    assert.equal(drawn.length, cost.length, id);
    drawn.forEach((point, i) => {
      near(point.x, cost[i], point.perPixel.x, id);
      near(point.y, need[i], point.perPixel.y, id);
    });
  }
  await close();
});

test("curves of return and bands of flows have the numbers of their tables", async () => {
  const { page, close } = await opened(fourPlans);
  await page.evaluate(readBack);
  const curves = await page.evaluate(() => {
    const figure = document.querySelector("#picture-return");
    const drawings = [...figure.querySelectorAll(".plot svg")];
    const titles = [...new Set([...figure.querySelectorAll("table")].map((table) => table.dataset.title))];
    return [...figure.querySelectorAll("table")].map((table) => {
      const drawing = drawings[titles.indexOf(table.dataset.title)];
      return {
        id: table.id,
        mean: cellsOf(table, "mean")[0].filter(Number.isFinite),
        drawn: verticesOf(drawing.querySelector(`.points-${table.dataset.plan}`), null, drawing.scale("y")),
      };
    });
  });
  assert.ok(curves.length > 0);
  for (const { id, mean, drawn } of curves) {
    assert.equal(drawn.length, mean.length, id);
    drawn.forEach((point, i) => near(point.y, mean[i], point.perPixel.y, id));
  }
  const flows = await page.evaluate(() => {
    const figure = document.querySelector("#picture-flows");
    return [...figure.querySelectorAll("table[data-part='flows']")].map((table, i) => {
      const drawing = figure.querySelectorAll(".plot svg")[i];
      const scale = drawing.scale("y");
      const pixel = Math.abs(scale.invert(1) - scale.invert(0));
      const [from] = cellsOf(table, "from");
      const [to] = cellsOf(table, "to");
      const bands = cellsOf(table, "children").flatMap((year, slice) =>
        year.map((children, row) => {
          const path = drawing.querySelector(`.band-${slice}-${from[row]}-${to[row]} path`);
          const points = path ? [...path.getAttribute("d").matchAll(/([-\d.]+),([-\d.]+)/g)].map((p) => Number(p[2])) : [];
          return { children, drawn: path ? Math.abs(points[0] - points.at(-1)) * pixel : 0 };
        }),
      );
      return { id: table.id, pixel, bands };
    });
  });
  for (const { id, pixel, bands } of flows) {
    for (const { children, drawn } of bands) near(drawn, children, pixel, id);
  }
  await close();
});

test("bars of luck and not knowing are as long as their tables say", async () => {
  const { page, close } = await opened(worlds);
  const bars = await page.evaluate(() => {
    const figure = document.querySelector("#picture-luck");
    const drawings = [...figure.querySelectorAll(".plot svg")];
    return [...figure.querySelectorAll("table[data-part='luck']")].map((table, i) => {
      const scale = drawings[i].scale("x");
      const pixel = Math.abs(scale.invert(1) - scale.invert(0));
      const lengths = (name) =>
        [...drawings[i].querySelectorAll(`.${name} rect`)].map((bar) => Number(bar.getAttribute("width")) * pixel);
      const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
      const told = (key) =>
        [...table.tBodies].flatMap((body) => [...body.rows].map((row) => row.cells[keys.indexOf(key)].textContent))
          .filter((text) => text !== "-").map(Number);
      return {
        id: table.id, pixel,
        told: { luck: told("luck"), notKnowing: told("notKnowing") },
        drawn: { luck: lengths("luck"), notKnowing: lengths("not-knowing") },
      };
    });
  });
  assert.equal(bars.length, 2);
  for (const { id, pixel, told, drawn } of bars) {
    for (const part of ["luck", "notKnowing"]) {
      assert.equal(drawn[part].length, told[part].length, `${id} ${part}`);
      drawn[part].forEach((length, i) => near(length, told[part][i], 2 * pixel, `${id} ${part} ${i}`));
    }
  }
  await close();
});

test("ranges of a fit lie where its table says", async () => {
  const { page, close } = await opened(fit);
  const lines = await page.evaluate(() => {
    const figure = document.querySelector("#picture-figures");
    const drawing = figure.querySelector(".plot svg");
    const scale = drawing.scale("x");
    const pixel = Math.abs(scale.invert(1) - scale.invert(0));
    const table = figure.querySelector("table[data-part='figures']");
    const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
    const cut = (value) => Math.max(-100, Math.min(100, value));
    const told = (key) =>
      [...table.tBodies[0].rows].map((row) => cut(Number(row.cells[keys.indexOf(key)].textContent.replaceAll(",", ""))));
    const ends = (name) =>
      [...drawing.querySelectorAll(".range line")].map((line) => scale.invert(Number(line.getAttribute(name))));
    return { pixel, low: told("low"), high: told("high"), drawnLow: ends("x1"), drawnHigh: ends("x2") };
  });
  assert.ok(lines.low.length >= 20, `${lines.low.length} figures`);
  assert.equal(lines.drawnLow.length, lines.low.length);
  lines.low.forEach((low, i) => near(lines.drawnLow[i], low, 2 * lines.pixel, `low ${i}`));
  lines.high.forEach((high, i) => near(lines.drawnHigh[i], high, 2 * lines.pixel, `high ${i}`));
  await close();
});

test("bars and intervals of what an answer hangs on lie where the table says", async () => {
  const { page, close } = await opened(sensitivity);
  const drawn = await page.evaluate(() => {
    const figure = document.querySelector("figure[data-picture='influence']");
    const drawing = figure.querySelector(".plot svg");
    const scale = drawing.scale("x");
    const pixel = Math.abs(scale.invert(1) - scale.invert(0));
    const table = figure.querySelector("table[data-part='influence']");
    const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
    const told = (key) => [...table.tBodies[0].rows].map((row) => Number(row.cells[keys.indexOf(key)].textContent.replaceAll(",", "")));
    const lines = (end) => [...drawing.querySelectorAll(".interval line")].map((line) => scale.invert(Number(line.getAttribute(end))));
    const middles = [...drawing.querySelectorAll(".middle circle")].map((dot) => scale.invert(Number(dot.getAttribute("cx"))));
    return { pixel, told: { low: told("low"), high: told("high"), value: told("value") }, low: lines("x1"), high: lines("x2"), value: middles };
  });
  assert.ok(drawn.told.value.length >= 4, "three settings and luck");
  for (const part of ["low", "high", "value"]) {
    assert.equal(drawn[part].length, drawn.told[part].length, part);
    drawn.told[part].forEach((told, i) => near(drawn[part][i], told, 2 * drawn.pixel, `${part} ${i}`));
  }
  await close();
});

test("months of what an answer hangs on are drawn from their tables", async () => {
  const { page, close } = await opened(sensitivity);
  const drawn = await page.evaluate(() => {
    const figure = document.querySelector("figure[data-picture='influence_over_time']");
    return {
      panels: figure.querySelectorAll(".plot svg").length,
      tables: figure.querySelectorAll("table[data-part='months']").length,
      lines: figure.querySelectorAll(".plot .value path").length,
    };
  });
  assert.equal(drawn.panels, drawn.tables);
  assert.ok(drawn.lines >= drawn.tables);
  await close();
});
