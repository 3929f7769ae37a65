// Draws what stands in a table, above it; without this script the table says all.
for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const table = document.getElementById(figure.dataset.of);
  const rows = table ? [...table.tBodies[0].rows] : [];
  const heads = table ? [...table.tHead.rows[0].cells] : [];
  const columns = heads.flatMap((head, i) => head.hasAttribute("data-series") ? [i] : []);
  if (rows.length < 2 || !window.uPlot) continue;
  figure.hidden = false;
  figure.setAttribute("aria-hidden", "true"); // the table says the same
  const isTime = figure.dataset.chart === "area";
  const names = rows.map(row => row.dataset.x ?? row.cells[0].textContent.trim());
  const xs = isTime ? names.map(Number) : names.map((_, i) => i);
  const values = columns.map(i => rows.map(row => Number(row.cells[i].textContent)));
  const goesDown = columns.map(i => heads[i].dataset.series === "down");
  // each on top of the one before, so that the whole is the sum; what is lost hangs below
  const stacked = values.map((of, s) => goesDown[s] ? of.map(value => -value)
    : xs.map((_, i) => values.slice(0, s + 1).reduce((sum, below) => sum + below[i], 0)));
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();
  const ink = colour("--pico-color");
  const faint = colour("--pico-muted-border-color");
  const paints = [colour("--pico-primary"), colour("--amber"), colour("--red")];
  const dashes = [[], [6, 3], [2, 2]];
  // the clinic's clock, in the page's language
  const long = isTime && xs[xs.length - 1] - xs[0] > 172800;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {timeZone: figure.dataset.zone || undefined,
    ...(long ? {day: "numeric", month: "short"} : {hour: "2-digit", minute: "2-digit", hourCycle: "h23"})});
  const short = text => text.length > 14 ? text.slice(0, 13) + "…" : text;
  const every = Math.ceil(names.length / Math.max(1, Math.floor(figure.clientWidth / 60)));
  const axis = {stroke: ink, grid: {stroke: faint, width: 1}, ticks: {stroke: faint}};
  const series = columns.map((column, s) => ({
    label: heads[column].textContent,
    stroke: paints[s % paints.length],
    fill: paints[s % paints.length],
    dash: dashes[s % dashes.length],
    width: 2,
    points: {show: false},
    paths: isTime ? uPlot.paths.stepped({align: 1}) : uPlot.paths.bars({size: [0.7, 60]}),
    value: (_, __, ___, i) => i == null ? "" : values[s][i],
  }));
  new uPlot({
    width: figure.clientWidth,
    height: 240,
    scales: {x: {time: isTime, range: isTime ? undefined : (_, min, max) => [min - .6, max + .6]}, y: {range: (_, min, max) => [Math.min(0, min), max || 1]}},
    axes: [
      {...axis, ...(isTime ? {values: (_, ticks) => ticks.map(tick => clock.format(tick * 1000))} : {splits: () => xs, values: (_, ticks) => ticks.map((i, at) => at % every ? "" : short(names[i])), rotate: names.some(it => it.length > 6) ? -30 : 0, size: names.some(it => it.length > 6) ? 70 : 40})},
      {...axis, size: 60},
    ],
    // the highest first, as what is drawn later lies on top
    series: [{label: isTime ? "" : heads[0].textContent, value: isTime ? undefined : (_, i) => i == null ? "" : names[i]}, ...series.slice().reverse()],
    legend: {live: false},
  }, [xs, ...stacked.slice().reverse()], figure);
}
