const bins = new Map();
const rows = [];
for (let i = 0; i < 9000; i++) {
  rows.push({id: i, value: (i * 7919) % 1000, name: 'n' + (i % 50)});
}
let sum = 0;
for (const {value, name} of rows) {
  sum += Math.sqrt(value) * 2;
  bins.set(name, (bins.get(name) || 0) + value);
}
const top = [...bins].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([name]) => name);
payload.working = {sum: Math.round(sum), top: top.join(',')};
