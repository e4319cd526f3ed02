// How each plan is drawn: the baseline grey and dashed, the others told apart by colour, by dash
// and by the shape of their dots, so that a grey print tells them apart too.
const looks = [
  { colour: "#3D3D3D", dash: "5 4", symbol: "circle", width: 1.75 },
  { colour: "#12436D", dash: null, symbol: "circle", width: 2.25 },
  { colour: "#28A197", dash: "9 3", symbol: "square", width: 2.25 },
  { colour: "#801650", dash: "2 3", symbol: "triangle", width: 2.5 },
  { colour: "#F46A25", dash: "9 3 2 3", symbol: "diamond", width: 2 },
];

/** The compared plans in their order, as the page lists them: the baseline first. */
export function plansOf(page = document) {
  return [...page.querySelectorAll(".plans [data-plan]")].map((item, index) => ({
    index,
    title: item.textContent.replace(/ \(baseline\)$/, "").trim(),
    ...looks[index === 0 ? 0 : 1 + ((index - 1) % (looks.length - 1))],
  }));
}

export const paper = "#FDFCF9";
export const ink = "#1C1F23";
export const quiet = "#3D3D3D";
