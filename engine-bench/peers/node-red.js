// The reference flows on Node-RED's runtime, in messages a second, one message at a time.
// node node-red.js [--json] [--seconds N]
'use strict';
const assert = require('assert');
const path = require('path');
const {parseArgs} = require('util');
const util = require('@node-red/util');
const runtime = require('@node-red/runtime');

const {values: options} = parseArgs({
  options: {json: {type: 'boolean'}, seconds: {type: 'string', default: '2'}},
});
const LIMIT = 80;
const WARM_UP = 2;
const CHANNELS = {low: 'mail', medium: 'text', high: 'call'};

/** 35 of every 100 readings are above the limit. */
const readings = [];
for (let i = 0; i < 100; i++) {
  const step = (i * 37) % 80;
  readings.push({
    name: 'sensor-' + i,
    temperature: (i * 61) % 100 < 35 ? 81 + step / 4 : 60 + step / 4,
    severity: Object.keys(CHANNELS)[i % 3],
    raw: '0f' + i,
    site: {hall: 7, line: 'B & C', tags: ['cooling', 'pump']},
    history: [i, 78.5, 80, 79.25],
  });
}

const begin = (flow, reading) => ({
  time: new Date(),
  data: util.util.cloneMessage(reading),
  applicationId: '',
  applicationName: '',
  triggerId: 'press',
  triggerType: 'virtualButton',
  flowId: flow,
  flowName: flow,
  flowVersion: 'develop',
  globals: {limit: LIMIT},
});

const celsius = (fahrenheit) => ((fahrenheit - 32) * 5) / 9;

const alerted = (payload) => {
  const {data} = payload;
  if (data.temperature > LIMIT) {
    payload.working = {celsius: celsius(data.temperature)};
    payload.alert = {
      text: `${data.name} is at ${payload.working.celsius} degrees`,
      site: data.site,
      channel: CHANNELS[data.severity],
    };
    delete data.raw;
  }
  return payload;
};

const template = (id, text, field, next) => ({
  id, type: 'template', field, fieldType: 'msg', format: 'handlebars', syntax: 'mustache', output: 'str',
  template: text, wires: [[next]],
});

/** Threshold alert, with the node that converts. */
const threshold = (convert) => [
  {
    id: 'start', type: 'switch', property: 'payload.data.temperature', propertyType: 'msg', checkall: 'false',
    rules: [{t: 'gt', v: 'payload.globals.limit', vt: 'msg'}, {t: 'else'}], outputs: 2,
    wires: [['convert'], ['result']],
  },
  {...convert, id: 'convert', wires: [['describe']]},
  template('describe', '{{payload.data.name}} is at {{payload.working.celsius}} degrees',
      'payload.alert.text', 'copy'),
  {
    id: 'copy', type: 'change',
    rules: [
      {t: 'set', p: 'payload.alert.site', pt: 'msg', to: 'payload.data.site', tot: 'msg', dc: true},
      {t: 'delete', p: 'payload.data.raw', pt: 'msg'},
    ],
    wires: [['severity']],
  },
  {
    id: 'severity', type: 'switch', property: 'payload.data.severity', propertyType: 'msg', checkall: 'false',
    rules: Object.keys(CHANNELS).map((v) => ({t: 'eq', v, vt: 'str'})), outputs: 3,
    wires: Object.values(CHANNELS).map((channel) => [channel]),
  },
  ...Object.values(CHANNELS).map((channel) => ({
    id: channel, type: 'change',
    rules: [{t: 'set', p: 'payload.alert.channel', pt: 'msg', to: channel, tot: 'str'}],
    wires: [['result']],
  })),
];

const numbers = (count) => Array.from({length: count}, (_, i) => i + 1);

/** The nodes of each flow, how many messages come to its end, and what the last has to hold. */
const flows = {
  'threshold alert': {
    nodes: threshold({
      type: 'change',
      rules: [{
        t: 'set', p: 'payload.working.celsius', pt: 'msg',
        to: '(payload.data.temperature - 32) * 5 / 9', tot: 'jsonata',
      }],
    }),
    results: 1,
    expected: alerted,
  },
  'with-js': {
    nodes: threshold({
      type: 'function', outputs: 1,
      func: 'msg.payload.working = {celsius: (msg.payload.data.temperature - 32) * 5 / 9};\nreturn msg;',
    }),
    results: 1,
    expected: alerted,
  },
  'long chain': {
    nodes: numbers(50).map((i) => template(i === 1 ? 'start' : 'step' + i,
        `step ${i} of {{payload.data.name}}`, 'payload.working.step', i === 50 ? 'result' : 'step' + (i + 1))),
    results: 1,
    expected: (payload) => ({...payload, working: {step: `step 50 of ${payload.data.name}`}}),
  },
  'fan-out': {
    nodes: [
      {id: 'start', type: 'junction', wires: [numbers(10).map((i) => 'branch' + i)]},
      ...numbers(10).map((i) => template('branch' + i, `branch ${i} of {{payload.data.name}}`,
          'payload.working.branch', 'result')),
    ],
    results: 10,
    expected: (payload) => ({...payload, working: {branch: `branch 10 of ${payload.data.name}`}}),
  },
};

const key = (flow) => flow.replace(/\W/g, '');

/** Ids are those of all flows together. */
const deployed = () => Object.entries(flows).flatMap(([flow, {nodes}]) => {
  const id = (name) => key(flow) + name;
  return [
    {id: key(flow), type: 'tab', label: flow},
    ...nodes.map((node) => ({
      ...node, id: id(node.id), z: key(flow), wires: node.wires.map((wire) => wire.map(id)),
    })),
    {id: id('result'), type: 'peer-result', z: key(flow), wires: []},
  ];
});

const storage = {
  init: async () => {},
  getFlows: async () => deployed(),
  getCredentials: async () => ({}),
  getSettings: async () => ({}),
  saveSettings: async () => {},
  getSessions: async () => ({}),
  getLibraryEntry: async () => [],
};

const settings = {
  coreNodesDir: path.dirname(require.resolve('@node-red/nodes')),
  storageModule: storage,
  userDir: __dirname,
  httpAdminRoot: false,
  httpNodeRoot: false,
  disableEditor: true,
  autoInstallModules: false,
  telemetry: {enabled: false, updateNotification: false},
  externalModules: {autoInstall: false, palette: {allowInstall: false}},
  logging: {console: {level: 'fatal', metrics: false, audit: false}},
};

/** What takes the messages that come to a flow's end. */
let take = () => {};

const start = async () => {
  util.init(settings);
  runtime.init(settings);
  runtime._.nodes.registerType('sluice-peers/result', 'peer-result', function (config) {
    runtime._.nodes.createNode(this, config);
    this.on('input', (message, send, done) => {
      take(message);
      done();
    });
  });
  const started = new Promise((resolve) => util.events.once('flows:started', resolve));
  await runtime.start();
  await started;
};

/** Sends a reading through a flow and answers with the last message that comes out. */
const run = (entry, flow, reading) => new Promise((resolve) => {
  let left = flows[flow].results;
  take = (message) => {
    if (--left === 0) {
      resolve(message.payload);
    }
  };
  entry.receive({payload: begin(flow, reading)});
});

const check = async (entry, flow) => {
  for (const reading of readings) {
    const {time, ...found} = await run(entry, flow, reading);
    const {time: begun, ...expected} = flows[flow].expected(begin(flow, reading));
    // What a Function node made is of another realm.
    assert.deepStrictEqual(JSON.parse(JSON.stringify(found)), expected, flow);
  }
};

const measure = async (entry, flow, seconds) => {
  const begun = process.hrtime.bigint();
  const end = begun + BigInt(Math.round(seconds * 1e9));
  let messages = 0;
  while (process.hrtime.bigint() < end) {
    for (const reading of readings) {
      await run(entry, flow, reading);
    }
    messages += readings.length;
  }
  return Math.round((messages * 1e9) / Number(process.hrtime.bigint() - begun));
};

/** A result as JMH would write it, so that the report reads both. */
const asJmh = (version) => ([flow, rate]) => {
  const name = flow.replace(/(^|[- ])./g, (start) => start.at(-1).toUpperCase());
  const nanoseconds = 1e9 / rate;
  return {
    vmName: `Node ${process.version}, Node-RED ${version}`,
    benchmark: `dev.sluice.bench.flow.${name}.nodeRed`,
    mode: 'avgt',
    threads: 1,
    primaryMetric: {score: nanoseconds, scoreUnit: 'ns/op', rawData: [[nanoseconds]]},
    secondaryMetrics: {},
  };
};

const main = async () => {
  await start();
  const version = require('@node-red/runtime/package.json').version;
  const messagesPerSecond = {};
  for (const flow of Object.keys(flows)) {
    const entry = runtime._.nodes.getNode(key(flow) + 'start');
    await check(entry, flow);
    await measure(entry, flow, WARM_UP);
    messagesPerSecond[flow] = await measure(entry, flow, Number(options.seconds));
  }
  await runtime.stop();
  if (options.json) {
    console.log(JSON.stringify(Object.entries(messagesPerSecond).map(asJmh(version)), null, 2));
  } else {
    console.log(`Node ${process.version}, Node-RED ${version}, messages a second`);
    for (const [flow, rate] of Object.entries(messagesPerSecond)) {
      console.log(flow.padEnd(18) + rate.toLocaleString('en-US').padStart(10));
    }
  }
};

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
