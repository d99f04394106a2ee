// Node's module querystring.
(function (module) {
  'use strict';
  const escape = (value) =>
    encodeURIComponent(typeof value === 'string' ? value : String(value).toWellFormed()).replace(
      /%7E/g,
      '~',
    );
  const unescape = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      // Whatever is not well encoded stays as it is.
      return text.replace(/%[0-9a-fA-F]{2}/g, (code) => {
        try {
          return decodeURIComponent(code);
        } catch {
          return '\ufffd';
        }
      });
    }
  };
  const primitive = (value) => {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
        return isFinite(value) ? String(value) : '';
      case 'bigint':
      case 'boolean':
        return String(value);
      default:
        return '';
    }
  };
  const stringify = (object, separator = '&', equals = '=', options = {}) => {
    if (object === null || typeof object !== 'object') {
      return '';
    }
    const encode = options.encodeURIComponent || module.exports.escape;
    const pairs = [];
    for (const key of Object.keys(object)) {
      const name = encode(key) + equals;
      const value = object[key];
      for (const item of Array.isArray(value) ? value : [value]) {
        pairs.push(name + encode(primitive(item)));
      }
    }
    return pairs.join(separator);
  };
  const parse = (text, separator = '&', equals = '=', options = {}) => {
    const result = Object.create(null);
    if (typeof text !== 'string' || text === '') {
      return result;
    }
    const decode = options.decodeURIComponent || module.exports.unescape;
    const most = typeof options.maxKeys === 'number' ? options.maxKeys : 1000;
    let pairs = text.split(separator);
    if (most > 0) {
      pairs = pairs.slice(0, most);
    }
    for (const pair of pairs) {
      if (pair === '') {
        continue;
      }
      const at = pair.indexOf(equals);
      const plain = (part) => decode(part.replace(/\+/g, ' '));
      const key = plain(at < 0 ? pair : pair.slice(0, at));
      const value = at < 0 ? '' : plain(pair.slice(at + equals.length));
      if (!(key in result)) {
        result[key] = value;
      } else if (Array.isArray(result[key])) {
        result[key].push(value);
      } else {
        result[key] = [result[key], value];
      }
    }
    return result;
  };
  module.exports = {escape, unescape, stringify, encode: stringify, parse, decode: parse};
})
