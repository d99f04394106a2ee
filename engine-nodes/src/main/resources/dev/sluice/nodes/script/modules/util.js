// The part of Node's module util that works on values alone.
(function (module, require, host) {
  'use strict';
  const {Buffer} = host;
  const classOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const isObject = (value) => typeof value === 'object' && value !== null;

  // ---- inspect ---------------------------------------------------------------------------------

  const quoted = (text) => {
    const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
    const escaped = text
      .replace(/\\/g, '\\\\')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      .replace(/[\0-\x1f\x7f]/g, (c) => '\\x' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
    return mark + (mark === "'" ? escaped.replace(/'/g, "\\'") : escaped) + mark;
  };
  const keyText = (key) =>
    typeof key === 'symbol' ? '[' + String(key) + ']' : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
  const primitiveText = (value) => {
    switch (typeof value) {
      case 'string':
        return quoted(value);
      case 'bigint':
        return value + 'n';
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      default:
        return String(value);
    }
  };
  const prefixOf = (value) => {
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null) {
      return '[Object: null prototype] ';
    }
    const name = typeof prototype.constructor === 'function' ? prototype.constructor.name : '';
    return name === 'Object' || name === 'Array' || name === '' ? '' : name + ' ';
  };
  const laidOut = (prefix, open, items, close, level) => {
    if (items.length === 0) {
      return prefix + open + close;
    }
    const line = prefix + open + ' ' + items.join(', ') + ' ' + close;
    if (line.length + level <= 72 && !line.includes('\n')) {
      return line;
    }
    const indent = ' '.repeat(level + 2);
    return prefix + open + '\n' + indent + items.join(',\n' + indent) + '\n' + ' '.repeat(level) + close;
  };
  const inspectWith = (value, depth, level, above) => {
    if (typeof value === 'function') {
      const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function';
      const name = value.name ? (kind === 'class' ? ' ' : ': ') + value.name : ' (anonymous)';
      return '[' + kind + name + ']';
    }
    if (!isObject(value)) {
      return primitiveText(value);
    }
    if (above.includes(value)) {
      return '[Circular *1]';
    }
    if (value instanceof Error) {
      return String(value.stack || value);
    }
    switch (classOf(value)) {
      case 'Date':
        return isNaN(value) ? 'Invalid Date' : value.toISOString();
      case 'RegExp':
        return String(value);
      case 'Number':
      case 'String':
      case 'Boolean':
        return '[' + classOf(value) + ': ' + primitiveText(value.valueOf()) + ']';
      default:
        break;
    }
    if (Buffer.isBuffer(value)) {
      const shown = [...value.subarray(0, 50)].map((byte) => ' ' + byte.toString(16).padStart(2, '0')).join('');
      const more = value.length - 50;
      return '<Buffer' + shown + (more > 0 ? ' ... ' + more + ' more byte' + (more > 1 ? 's' : '') : '') + '>';
    }
    if (depth < 0) {
      return Array.isArray(value) ? '[Array]' : '[' + (prefixOf(value).trim() || 'Object') + ']';
    }
    const inner = [...above, value];
    const show = (part) => inspectWith(part, depth - 1, level + 2, inner);
    const entries = (keys) =>
      keys.map((key) => {
        const found = Object.getOwnPropertyDescriptor(value, key);
        const shown = found.get ? (found.set ? '[Getter/Setter]' : '[Getter]') : show(found.value);
        return keyText(key) + ': ' + shown;
      });
    const named = Object.keys(value);
    if (value instanceof Map) {
      const items = [...value].map(([key, item]) => show(key) + ' => ' + show(item));
      return laidOut('Map(' + value.size + ') ', '{', items, '}', level);
    }
    if (value instanceof Set) {
      return laidOut('Set(' + value.size + ') ', '{', [...value].map(show), '}', level);
    }
    if (value instanceof Promise) {
      return 'Promise { <pending> }';
    }
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const prefix = Array.isArray(value) ? prefixOf(value) : prefixOf(value).trim() + '(' + value.length + ') ';
      const items = [];
      for (let i = 0; i < Math.min(value.length, 100); i++) {
        items.push(i in value ? show(value[i]) : '<1 empty item>');
      }
      if (value.length > 100) {
        items.push('... ' + (value.length - 100) + ' more item' + (value.length > 101 ? 's' : ''));
      }
      return laidOut(prefix, '[', [...items, ...entries(named.filter((key) => !/^\d+$/.test(key)))], ']', level);
    }
    return laidOut(prefixOf(value), '{', entries(named), '}', level);
  };
  const inspect = (value, options = {}) => {
    const given = isObject(options) ? options.depth : undefined;
    const depth = given === null ? Infinity : given === undefined ? 2 : given;
    return inspectWith(value, depth, 0, []);
  };

  const format = (first, ...rest) => {
    const left = [...rest];
    let text = typeof first === 'string' ? '' : inspect(first);
    if (typeof first === 'string') {
      text = left.length === 0 ? first : first.replace(/%([sdifjoOc%])/g, (all, kind) => {
        if (kind === '%') {
          return '%';
        }
        if (left.length === 0) {
          return all;
        }
        const value = left.shift();
        switch (kind) {
          case 's':
            return typeof value === 'string' ? value : isObject(value) ? inspect(value, {depth: 0}) : primitiveText(value);
          case 'd':
            return isObject(value) ? 'NaN' : primitiveText(Number(value));
          case 'i':
            return isObject(value) ? 'NaN' : primitiveText(parseInt(value));
          case 'f':
            return typeof value === 'symbol' ? 'NaN' : primitiveText(parseFloat(value));
          case 'j':
            try {
              return String(JSON.stringify(value));
            } catch {
              return '[Circular]';
            }
          case 'c':
            return '';
          default:
            return inspect(value, {depth: kind === 'o' ? 4 : 2});
        }
      });
    }
    for (const value of left) {
      text += ' ' + (typeof value === 'string' ? value : inspect(value));
    }
    return text;
  };

  // ---- equality --------------------------------------------------------------------------------

  const isDeepEqual = (one, other, strict, pairs = []) => {
    if (strict ? Object.is(one, other) : one == other || (one !== one && other !== other)) {
      return true;
    }
    if (!isObject(one) || !isObject(other) || classOf(one) !== classOf(other)) {
      return false;
    }
    if (strict && Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
      return false;
    }
    if (pairs.some(([a, b]) => a === one && b === other)) {
      return true;
    }
    const inner = [...pairs, [one, other]];
    switch (classOf(one)) {
      case 'Date':
        if (!Object.is(one.getTime(), other.getTime())) {
          return false;
        }
        break;
      case 'RegExp':
        if (String(one) !== String(other)) {
          return false;
        }
        break;
      case 'Number':
      case 'String':
      case 'Boolean':
        if (!Object.is(one.valueOf(), other.valueOf())) {
          return false;
        }
        break;
      case 'Map':
        if (one.size !== other.size) {
          return false;
        }
        for (const [key, value] of one) {
          if (!other.has(key) || !isDeepEqual(value, other.get(key), strict, inner)) {
            return false;
          }
        }
        break;
      case 'Set':
        if (one.size !== other.size) {
          return false;
        }
        for (const item of one) {
          if (!other.has(item) && ![...other].some((each) => isDeepEqual(item, each, strict, inner))) {
            return false;
          }
        }
        break;
      default:
        break;
    }
    if (one instanceof Error && (one.message !== other.message || one.name !== other.name)) {
      return false;
    }
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length || (Array.isArray(one) && one.length !== other.length)) {
      return false;
    }
    return keys.every((key) => Object.hasOwn(other, key) && isDeepEqual(one[key], other[key], strict, inner));
  };

  // ---- the rest --------------------------------------------------------------------------------

  const inherits = (type, parent) => {
    Object.defineProperty(type, 'super_', {value: parent, writable: true, configurable: true});
    Object.setPrototypeOf(type.prototype, parent.prototype);
  };
  const promisify = (callee) =>
    function (...given) {
      return new Promise((resolve, reject) => {
        Reflect.apply(callee, this, [...given, (error, value) => (error ? reject(error) : resolve(value))]);
      });
    };
  const callbackify = (callee) =>
    function (...given) {
      const callback = given.pop();
      Reflect.apply(callee, this, given).then((value) => callback(null, value), (error) => callback(error));
    };
  const isClass = (name) => (value) => isObject(value) && classOf(value) === name;
  const types = {
    isDate: isClass('Date'),
    isRegExp: isClass('RegExp'),
    isMap: isClass('Map'),
    isSet: isClass('Set'),
    isPromise: isClass('Promise'),
    isNativeError: (value) => value instanceof Error,
    isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
    isUint8Array: (value) => value instanceof Uint8Array,
    isArrayBuffer: isClass('ArrayBuffer'),
    isAsyncFunction: (value) => typeof value === 'function' && classOf(value) === 'AsyncFunction',
    isGeneratorFunction: (value) => typeof value === 'function' && /GeneratorFunction$/.test(classOf(value)),
  };
  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }
    encode(text = '') {
      return new Uint8Array(Buffer.from(String(text), 'utf8'));
    }
  }
  class TextDecoder {
    #encoding;
    constructor(encoding = 'utf-8') {
      this.#encoding = String(encoding).toLowerCase();
      if (!Buffer.isEncoding(this.#encoding)) {
        throw new RangeError('The "' + encoding + '" encoding is not supported');
      }
    }
    get encoding() {
      return this.#encoding;
    }
    decode(bytes = new Uint8Array(0)) {
      const buffer = ArrayBuffer.isView(bytes)
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : Buffer.from(bytes);
      return buffer.toString(this.#encoding).replace(/^\ufeff/, '');
    }
  }
  module.exports = {
    format, inspect, inherits, promisify, callbackify, types, TextEncoder, TextDecoder,
    deprecate: (callee) => callee,
    isDeepStrictEqual: (one, other) => isDeepEqual(one, other, true),
    stripVTControlCharacters: (text) => String(text).replace(/\x1b\[[0-9;]*[A-Za-z]/g, ''),
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isBuffer: Buffer.isBuffer,
    isDate: types.isDate,
    isError: types.isNativeError,
    isFunction: (value) => typeof value === 'function',
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isObject,
    isPrimitive: (value) => !isObject(value) && typeof value !== 'function',
    isRegExp: types.isRegExp,
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
  };
  // For assert, which compares loosely as well.
  Object.defineProperty(module.exports, 'isDeepLooseEqual', {
    value: (one, other) => isDeepEqual(one, other, false),
  });
})
