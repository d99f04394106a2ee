// The scripts of FunctionBenchmark in Node's vm, in nanoseconds a run:
//   call      the function alone, on an object that stays in the context
//   isolated  the payload crosses into the context and back as JSON, as between parties that share nothing
// node function-vm.js
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const resources = path.join(__dirname, '../src/main/resources/dev/sluice/bench');
const heavy = fs.readFileSync(path.join(resources, 'heavy.js'), 'utf8');
const small = 'payload.working = {celsius: (f => (f - 32) * 5 / 9)(payload.data.temperature)};';
const sum = 'payload.working = {sum: payload.data.items.reduce((a, item) => a + item.value, 0)};';

const data = (count) => {
  const items = [];
  for (let i = 0; i < count; i++) {
    items.push({id: i, name: 'sensor-' + i, value: ((i * 7) % 1000) / 10, tags: ['cooling', 'pump']});
  }
  return JSON.stringify({
    time: 1705329000000,
    data: {name: 'sensor-1', temperature: 84.5, severity: 'low', site: {hall: 7, line: 'B & C'}, items},
    working: {},
  });
};
const context = vm.createContext({});
const inside = vm.runInContext('({parse: JSON.parse, stringify: JSON.stringify})', context);

const measure = (name, script, json) => {
  const body = vm.runInContext('(function (payload) {' + script + '\n})', context);
  const payload = inside.parse(json);
  const isolated = () => {
    const own = inside.parse(json);
    const returned = body(own);
    return inside.stringify(returned === undefined ? own : returned);
  };
  const time = (run) => {
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const end = process.hrtime.bigint() + 400_000_000n;
      const start = process.hrtime.bigint();
      let runs = 0;
      while (process.hrtime.bigint() < end) {
        for (let i = 0; i < 10; i++) {
          run();
        }
        runs += 10;
      }
      best = Math.min(best, Number(process.hrtime.bigint() - start) / runs);
    }
    return Math.round(best).toLocaleString('en-US').padStart(14);
  };
  console.log(name.padEnd(18) + time(() => body(payload)) + time(isolated));
};

console.log('Node ' + process.version + '\n' + ''.padEnd(18) + 'call'.padStart(14) + 'isolated'.padStart(14));
measure('empty', '', data(2));
measure('small', small, data(2));
measure('smallOnLarge', small, data(14_000));
measure('sumOfLarge', sum, data(14_000));
measure('heavy', heavy, data(2));
