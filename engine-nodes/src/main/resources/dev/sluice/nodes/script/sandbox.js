// Prepares a realm for scripts nobody trusts and gives the host the functions it drives it with.
// host: [log, now, random, load, patches, digest]; hardened: whether the realm is shared by runs, and so
// may not be changed; bounded: whether it does without what no one can stop, huge integers and code made
// from text; makeBuffer: makes the Buffer constructor; moduleMaker: gives by its name the function that makes a module, or null.
(function (host, hardened, bounded, makeBuffer, moduleMaker) {
  'use strict';
  const hostLog = host[0];
  const hostNow = host[1];
  const hostRandom = host[2];
  const hostLoad = host[3];
  const hostPatches = host[4];
  const hostDigest = host[5];

  // Taken before any script runs: a script may replace what it finds on the global object.
  const {apply, construct, ownKeys, getPrototypeOf, getOwnPropertyDescriptor} = Reflect;
  const {deleteProperty, isExtensible, defineProperty: tryDefine} = Reflect;
  const {defineProperty, freeze, keys: objectKeys, prototype: objectPrototype, setPrototypeOf} = Object;
  const {isArray, prototype: arrayPrototype} = Array;
  const {parse: parseJson, stringify} = JSON;
  const OriginalDate = Date;
  const dateTime = OriginalDate.prototype.getTime;
  const dateToString = OriginalDate.prototype.toString;
  const OriginalMap = Map;
  const {get: mapGet, set: mapSet, has: mapHas, delete: mapDelete, clear: mapClear} = Map.prototype;
  const {has: setHas, add: setAdd, clear: setClear} = Set.prototype;
  const OriginalSymbol = Symbol;
  const OriginalTypeError = TypeError;
  const OriginalRangeError = RangeError;
  const OriginalError = Error;
  const OriginalPromise = Promise;
  const {resolve: promiseResolve} = Promise;
  const {then: promiseThen} = Promise.prototype;
  const symbolDescription = getOwnPropertyDescriptor(Symbol.prototype, 'description').get;
  const textOf = String;
  const realm = globalThis;

  const hide = (target, key, value) =>
    defineProperty(target, key, {value, writable: true, enumerable: false, configurable: true});
  const named = (name, length, made) => {
    defineProperty(made, 'name', {value: name, configurable: true});
    defineProperty(made, 'length', {value: length, configurable: true});
    return made;
  };
  // A method: has no prototype of its own and cannot be constructed, as those of the language.
  const method = (target, name, length, made) => hide(target, name, named(name, length, made));

  // ---- time and chance -------------------------------------------------------------------------

  const SandboxDate = function (...parts) {
    if (new.target === undefined) {
      return apply(dateToString, new OriginalDate(hostNow()), []);
    }
    return construct(OriginalDate, parts.length === 0 ? [hostNow()] : parts, new.target);
  };
  named('Date', 7, SandboxDate);
  defineProperty(SandboxDate, 'prototype', {
    value: OriginalDate.prototype,
    writable: false,
    enumerable: false,
    configurable: false,
  });
  hide(OriginalDate.prototype, 'constructor', SandboxDate);
  method(SandboxDate, 'now', 0, () => hostNow());
  hide(SandboxDate, 'parse', OriginalDate.parse);
  hide(SandboxDate, 'UTC', OriginalDate.UTC);
  hide(realm, 'Date', SandboxDate);
  method(Math, 'random', 0, () => hostRandom());

  // Formatting no date at all means now.
  const formats = Intl.DateTimeFormat.prototype;
  const formatGetter = getOwnPropertyDescriptor(formats, 'format').get;
  defineProperty(formats, 'format', {
    get: {
      format() {
        const format = apply(formatGetter, this, []);
        return (date) => format(date === undefined ? hostNow() : date);
      },
    }.format,
    enumerable: false,
    configurable: true,
  });
  const {formatToParts} = formats;
  method(
    formats,
    'formatToParts',
    1,
    {
      formatToParts(date) {
        return apply(formatToParts, this, [date === undefined ? hostNow() : date]);
      },
    }.formatToParts,
  );

  // ---- symbols by name, which would otherwise outlive the run ----------------------------------

  const symbols = new OriginalMap();
  const symbolNames = new OriginalMap();
  let symbolsUsed = false;
  method(OriginalSymbol, 'for', 1, (key) => {
    const name = textOf(typeof key === 'symbol' ? fail() : key);
    if (!apply(mapHas, symbols, [name])) {
      const made = OriginalSymbol(name);
      symbolsUsed = true;
      apply(mapSet, symbols, [name, made]);
      apply(mapSet, symbolNames, [made, name]);
    }
    return apply(mapGet, symbols, [name]);
  });
  method(OriginalSymbol, 'keyFor', 1, (symbol) => {
    if (typeof symbol !== 'symbol') {
      throw new OriginalTypeError(textOf(symbol) + ' is not a symbol');
    }
    return apply(mapGet, symbolNames, [symbol]);
  });
  const fail = () => {
    throw new OriginalTypeError('Cannot convert a Symbol value to a string');
  };

  // ---- values on their way in ------------------------------------------------------------------
  // JSON and patches. What is heavy is left with the host: its place has accessors that get it when it
  // is touched, and then are gone. Whoever looks at properties as such finds it there already.

  const parts = new OriginalMap();
  const partHolders = new Set();
  let partsUsed = false;

  const property = (value) => ({value, writable: true, enumerable: true, configurable: true});
  const leave = (holder, key, number) => {
    let value;
    const get = function () {
      if (apply(mapDelete, parts, [get])) {
        const text = hostLoad(number);
        value = read(text, hostPatches());
        tryDefine(holder, key, property(value));
      }
      return value;
    };
    const set = function (own) {
      defineProperty(this, key, property(own));
    };
    setPrototypeOf(get, null);
    apply(mapSet, parts, [get, number]);
    apply(setAdd, partHolders, [holder]);
    partsUsed = true;
    defineProperty(holder, key, {get, set, enumerable: true, configurable: true});
  };
  const place = (root, patch) => {
    const kind = patch[0];
    const last = patch.length - 1;
    let holder = root;
    for (let i = 2; i < last; i++) {
      holder = holder[patch[i]];
    }
    if (kind === 'p') {
      leave(holder, patch[last], patch[1]);
      return root;
    }
    const value =
      kind === 'd' ? new OriginalDate(patch[1] === null ? NaN : patch[1]) : kind === 'n' ? +patch[1] : undefined;
    if (last < 2) {
      return value;
    }
    holder[patch[last]] = value;
    return root;
  };
  const read = (json, patches) => {
    let value = parseJson(json);
    if (patches !== '') {
      const list = parseJson(patches);
      for (let i = 0; i < list.length; i++) {
        value = place(value, list[i]);
      }
    }
    return value;
  };

  const isPart = (holder, key) => {
    const found = getOwnPropertyDescriptor(holder, key);
    return found !== undefined && found.get !== undefined && apply(mapHas, parts, [found.get]);
  };
  const touchParts = (holder) => {
    if (apply(setHas, partHolders, [holder])) {
      const all = ownKeys(holder);
      for (let i = 0; i < all.length; i++) {
        if (isPart(holder, all[i])) {
          holder[all[i]];
        }
      }
    }
  };
  const touching = (home, name) => {
    const original = home[name];
    method(home, name, original.length, (...given) => {
      if (partsUsed) {
        touchParts(given[0]);
      }
      return apply(original, home, given);
    });
  };
  touching(Object, 'getOwnPropertyDescriptor');
  touching(Object, 'getOwnPropertyDescriptors');
  touching(Object, 'defineProperty');
  touching(Object, 'defineProperties');
  touching(Object, 'freeze');
  touching(Object, 'seal');
  touching(Reflect, 'getOwnPropertyDescriptor');
  touching(Reflect, 'defineProperty');
  for (const name of ['__lookupGetter__', '__lookupSetter__']) {
    const original = objectPrototype[name];
    method(
      objectPrototype,
      name,
      1,
      {
        lookup(key) {
          if (partsUsed) {
            touchParts(this);
          }
          return apply(original, this, [key]);
        },
      }.lookup,
    );
  }

  // ---- values on their way out -----------------------------------------------------------------
  // JSON, and for what JSON cannot say strings that begin with a mark: of numbers, dates, undefined
  // items, and strings that begin with the mark themselves.

  const mark = '\u0001';
  let size = 0;
  let largest = 0;
  let overflow = '';

  // A holder of parts as it is to be written: with the part's getter where nobody has touched it.
  const substitutes = new OriginalMap();
  const substitute = (holder) => {
    if (apply(mapHas, substitutes, [holder])) {
      return apply(mapGet, substitutes, [holder]);
    }
    const copy = isArray(holder) ? [] : {};
    apply(mapSet, substitutes, [holder, copy]);
    const all = objectKeys(holder);
    for (let i = 0; i < all.length; i++) {
      const key = all[i];
      const value = isPart(holder, key) ? getOwnPropertyDescriptor(holder, key).get : holder[key];
      defineProperty(copy, key, property(value));
    }
    if (isArray(holder)) {
      copy.length = holder.length;
    }
    return copy;
  };

  const isDate = (value) => {
    if (!(value instanceof OriginalDate)) {
      return false;
    }
    try {
      apply(dateTime, value, []);
      return true;
    } catch {
      return false;
    }
  };

  // Sees each value before it is written, but after its toJSON: a date is text then already.
  const replace = function (key, value) {
    size += 1 + key.length;
    switch (typeof value) {
      case 'string': {
        const length = value.length;
        size += length;
        if ((length === 24 || length === 27) && value[length - 1] === 'Z') {
          const before = this[key];
          if (typeof before === 'object' && isDate(before)) {
            return mark + 'd' + apply(dateTime, before, []);
          }
        }
        if (length > 0 && value[0] === mark) {
          return mark + 's' + value;
        }
        break;
      }
      case 'number':
        if (value - value !== 0) {
          return mark + 'n' + value;
        }
        if (value === 0 && 1 / value < 0) {
          return mark + 'n-0';
        }
        break;
      case 'undefined':
        if (isArray(this)) {
          size += 8;
          value = mark + 'u';
        }
        break;
      case 'object':
        if (value !== null) {
          const home = getPrototypeOf(value);
          // Only what a toJSON returned is a date still.
          if (home !== objectPrototype && home !== arrayPrototype && isDate(value)) {
            return mark + 'd' + apply(dateTime, value, []);
          }
          if (partsUsed && apply(setHas, partHolders, [value])) {
            value = substitute(value);
          }
        } else if (isDate(this[key])) {
          return mark + 'dNaN';
        }
        break;
      case 'function':
        if (partsUsed && apply(mapHas, parts, [value])) {
          return mark + 'p' + apply(mapGet, parts, [value]);
        }
        break;
      default:
        break;
    }
    if (size > largest) {
      overflow = 'The result has more than ' + largest + ' characters and elements';
      throw new OriginalRangeError(overflow);
    }
    return value;
  };

  const encode = (value, most) => {
    size = 0;
    largest = most;
    overflow = '';
    const text = value === undefined ? undefined : stringify(value, replace);
    if (partsUsed) {
      apply(mapClear, substitutes, []);
    }
    return text === undefined ? '"\\u0001u"' : text;
  };

  // ---- the console -----------------------------------------------------------------------------

  const consoleSize = 1048576;
  let consoleLeft = consoleSize;

  const safeText = (value) => {
    try {
      if (typeof value === 'symbol') {
        return 'Symbol(' + (apply(symbolDescription, value, []) ?? '') + ')';
      }
      return textOf(value);
    } catch {
      return '(no text)';
    }
  };
  const consoleText = (value) => {
    const isText =
      typeof value === 'bigint' ||
      typeof value === 'symbol' ||
      typeof value === 'function' ||
      value instanceof Error;
    if (!isText) {
      try {
        return encode(value, consoleLeft);
      } catch {
        // Falls through to the text: what cannot be shown must not stop the script.
      }
    }
    const text = safeText(value);
    return text.length > consoleLeft ? 'null' : stringify(text);
  };
  const write = (level, parts) => {
    // Encoding can come back here through a getter; what is being encoded then is lost to it.
    const keptSize = size;
    const keptLargest = largest;
    const keptOverflow = overflow;
    let text = '[';
    for (let i = 0; i < parts.length && consoleLeft > 0; i++) {
      const part = consoleText(parts[i]);
      consoleLeft -= part.length;
      text += (i === 0 ? '' : ',') + part;
    }
    if (consoleLeft > 0) {
      consoleLeft -= 64;
      hostLog(level, text + ']');
    }
    size = keptSize;
    largest = keptLargest;
    overflow = keptOverflow;
  };
  const sandboxConsole = {};
  const consoleMethod = (level) =>
    defineProperty(sandboxConsole, level, {
      value: named(level, 0, (...parts) => write(level, parts)),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  consoleMethod('log');
  consoleMethod('info');
  consoleMethod('warn');
  consoleMethod('error');
  consoleMethod('debug');

  // ---- the global object -----------------------------------------------------------------------

  const wanted = new Set([
    'Object', 'Function', 'Array', 'String', 'Date', 'Number', 'Boolean', 'RegExp', 'Math', 'JSON',
    'NaN', 'Infinity', 'undefined', 'isNaN', 'isFinite', 'parseFloat', 'parseInt', 'encodeURI',
    'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'eval', 'escape', 'unescape', 'Error',
    'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError',
    'AggregateError', 'ArrayBuffer', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array',
    'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array',
    'BigUint64Array', 'DataView', 'BigInt', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef',
    'Symbol', 'Reflect', 'Proxy', 'Promise', 'Iterator', 'globalThis', 'Intl',
  ]);
  for (const key of ownKeys(realm)) {
    if (!wanted.has(key)) {
      delete realm[key];
    }
  }
  const {Buffer, atob, btoa} = makeBuffer();
  if (bounded) {
    for (const home of [realm, DataView.prototype, Buffer.prototype]) {
      for (const key of ownKeys(home)) {
        if (typeof key === 'string' && (key === 'eval' || /big_?u?int/i.test(key))) {
          delete home[key];
        }
      }
    }
  }
  hide(realm, 'console', sandboxConsole);
  hide(realm, 'Buffer', Buffer);
  hide(realm, 'atob', atob);
  hide(realm, 'btoa', btoa);

  // ---- hardening -------------------------------------------------------------------------------

  const intrinsics = () => {
    const roots = [];
    for (const key of ownKeys(realm)) {
      roots.push(realm[key]);
    }
    // What syntax reaches but no global names.
    roots.push(
      function* () {},
      async function () {},
      async function* () {},
      (function* () {})(),
      (async function* () {})(),
      [][OriginalSymbol.iterator](),
      ''[OriginalSymbol.iterator](),
      new Map().entries(),
      new Set().values(),
      'a'.matchAll(/a/g),
      (function () {
        return arguments;
      })(),
      Promise.resolve(),
      /a/,
    );
    if (typeof Iterator === 'function') {
      roots.push([].values().map((x) => x), Iterator.from({next() {}}));
    }
    if (typeof Intl.Segmenter === 'function') {
      const segments = new Intl.Segmenter().segment('a');
      roots.push(segments, segments[OriginalSymbol.iterator]());
    }
    return roots;
  };

  const reach = (roots) => {
    const reached = new Set();
    const pending = [...roots];
    while (pending.length > 0) {
      const next = pending.pop();
      const isObject = (typeof next === 'object' && next !== null) || typeof next === 'function';
      if (!isObject || next === realm || reached.has(next)) {
        continue;
      }
      reached.add(next);
      pending.push(getPrototypeOf(next));
      for (const key of ownKeys(next)) {
        const {value, get, set} = getOwnPropertyDescriptor(next, key);
        pending.push(value, get, set);
      }
    }
    return reached;
  };

  // Where a prototype's property cannot be written, an object that inherits it cannot be given its
  // own by assignment. For the names that scripts assign, a setter does what assignment would do.
  const allowOverride = (home, key) => {
    const was = getOwnPropertyDescriptor(home, key);
    if (was === undefined || !('value' in was) || !was.configurable) {
      return;
    }
    const {value, enumerable} = was;
    defineProperty(home, key, {
      get: () => value,
      set: {
        set(own) {
          if (this !== home && ((typeof this === 'object' && this !== null) || typeof this === 'function')) {
            defineProperty(this, key, {value: own, writable: true, enumerable: true, configurable: true});
          }
        },
      }.set,
      enumerable,
      configurable: false,
    });
  };

  const harden = () => {
    const reached = reach(intrinsics());
    for (const key of ownKeys(objectPrototype)) {
      if (key !== '__proto__') {
        allowOverride(objectPrototype, key);
      }
    }
    // The language itself looks up the constructor of these: a getter would slow every copy down.
    const plain = new Set([Array, RegExp, Promise, getPrototypeOf(Uint8Array), Uint8Array, ArrayBuffer, Buffer]);
    for (const object of [...reached]) {
      if (typeof object !== 'function' || !getOwnPropertyDescriptor(object, 'prototype')) {
        continue;
      }
      const home = object.prototype;
      if (typeof home !== 'object' || home === null || home === objectPrototype) {
        continue;
      }
      for (const key of ['toString', 'valueOf', 'toJSON', 'toLocaleString', 'message', 'name']) {
        allowOverride(home, key);
      }
      if (!plain.has(object)) {
        allowOverride(home, 'constructor');
      }
    }
    allowOverride(Function.prototype, 'toString');
    allowOverride(Function.prototype, 'constructor');
    reach(intrinsics()).forEach((object) => {
      // Roots made for their prototypes alone are of no concern, but freezing them does no harm.
      freeze(object);
    });
    for (const key of ownKeys(realm)) {
      const {value} = getOwnPropertyDescriptor(realm, key);
      defineProperty(realm, key, {value, writable: false, configurable: false});
    }
  };
  if (hardened) {
    harden();
  }
  const baseline = new Set(ownKeys(realm));
  const baselineSize = baseline.size;
  const realmPrototype = getPrototypeOf(realm);

  // ---- what the host calls ---------------------------------------------------------------------

  const begin = () => {
    consoleLeft = consoleSize;
    overflow = '';
  };

  // Of a script that does not look at its payload: what it returned, if anything.
  const runBlind = (body, most) => {
    consoleLeft = consoleSize;
    overflow = '';
    const returned = body();
    return returned === undefined ? undefined : encode(returned, most);
  };

  const run = (body, json, patches, most) => {
    begin();
    const payload = read(json, patches);
    const returned = body(payload);
    return encode(returned === undefined ? payload : returned, most);
  };

  // Of a script that may assign the variable that holds its payload.
  const runCapturing = (maker, json, patches, most) => {
    begin();
    const payload = read(json, patches);
    let variable = () => payload;
    const returned = maker((capture) => {
      variable = capture;
    })(payload);
    return encode(returned === undefined ? variable() : returned, most);
  };

  // ---- edge flows ------------------------------------------------------------------------------

  const makeRequire = () => {
    const loaded = new OriginalMap();
    const require = (name) => {
      const bare = textOf(name).replace(/^node:/, '');
      if (!apply(mapHas, loaded, [bare])) {
        const make = moduleMaker(bare);
        if (make === null) {
          const error = new OriginalError("The module '" + textOf(name) + "' is not available to scripts");
          error.code = 'MODULE_NOT_FOUND';
          throw error;
        }
        const module = {exports: {}};
        apply(mapSet, loaded, [bare, module]);
        make(module, require, {digest: hostDigest, random: hostRandom, Buffer, atob, btoa});
      }
      return apply(mapGet, loaded, [bare]).exports;
    };
    return require;
  };

  let conclude = null;

  // Begins the run of a script that may return a promise. The promise is settled, if it ever is, when
  // the host has left this function and comes back for the conclusion.
  const runEdge = (maker, json, patches, most) => {
    begin();
    const payload = read(json, patches);
    let variable = () => payload;
    conclude = null;
    const returned = maker((capture) => {
      variable = capture;
    }, makeRequire())(payload);
    const finish = (value) => encode(value === undefined ? variable() : value, most);
    const isObject = (typeof returned === 'object' && returned !== null) || typeof returned === 'function';
    if (!isObject || typeof returned.then !== 'function') {
      conclude = () => finish(returned);
      return;
    }
    conclude = () => {
      throw new OriginalError('The promise that the script returned is never settled');
    };
    apply(promiseThen, apply(promiseResolve, OriginalPromise, [returned]), [
      (value) => {
        conclude = () => finish(value);
      },
      (reason) => {
        conclude = () => {
          throw reason;
        };
      },
    ]);
  };
  const concludeEdge = () => {
    const last = conclude;
    conclude = null;
    return last();
  };

  // What a thrown value calls itself, without trusting it: name, message, what was too large.
  const describe = (thrown) => {
    const large = overflow;
    overflow = '';
    let name = '';
    let message = '';
    try {
      if (thrown instanceof Error) {
        name = safeText(thrown.name);
        message = safeText(thrown.message);
      } else if (typeof thrown === 'object' && thrown !== null) {
        const given = thrown.message;
        message = typeof given === 'string' ? given : safeText(stringify(thrown));
      } else {
        message = safeText(thrown);
      }
    } catch {
      message = '(no message)';
    }
    return [name, message, large];
  };
  // Takes away what a run left on the global object; false if something stays.
  const settle = () => {
    if (symbolsUsed) {
      apply(mapClear, symbols, []);
      apply(mapClear, symbolNames, []);
      symbolsUsed = false;
    }
    if (partsUsed) {
      apply(mapClear, parts, []);
      apply(setClear, partHolders, []);
      apply(mapClear, substitutes, []);
      partsUsed = false;
    }
    const left = ownKeys(realm);
    if (left.length !== baselineSize) {
      for (let i = 0; i < left.length; i++) {
        if (!apply(setHas, baseline, [left[i]]) && !deleteProperty(realm, left[i])) {
          return false;
        }
      }
    }
    return hardened && isExtensible(realm) && getPrototypeOf(realm) === realmPrototype;
  };

  // Function's constructor, which accepts just what is the body of a function.
  const BodyParser = Function;
  const AsyncBodyParser = async function () {}.constructor;
  const check = (body, isAsynchronous) => {
    if (isAsynchronous) {
      AsyncBodyParser('payload', body);
    } else {
      BodyParser('payload', body);
    }
  };

  return [run, runCapturing, runBlind, runEdge, concludeEdge, describe, settle, check];
})
