// The part of Node's Buffer that scripts decode and encode messages with, and atob and btoa.
(function () {
  'use strict';
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const alphabet = letters + '+/';
  const alphabetForUrls = letters + '-_';
  const sextets = new Int8Array(128).fill(-1);
  for (let i = 0; i < 64; i++) {
    sextets[alphabet.charCodeAt(i)] = i;
    sextets[alphabetForUrls.charCodeAt(i)] = i;
  }
  const hexDigits = '0123456789abcdef';

  const coded = (Type, code, message) => {
    const error = new Type(message);
    error.code = code;
    return error;
  };
  // What a message says was given in place of the right type.
  const received = (value) => {
    if (value === null || value === undefined) {
      return String(value);
    }
    if (typeof value === 'function') {
      return 'function ' + value.name;
    }
    if (typeof value === 'object') {
      const maker = value.constructor;
      return typeof maker === 'function' && maker.name ? 'an instance of ' + maker.name : '[object]';
    }
    let shown = typeof value === 'bigint' ? value + 'n' : String(value);
    shown = shown.length > 28 ? shown.slice(0, 25) + '...' : shown;
    return 'type ' + typeof value + ' (' + (typeof value === 'string' ? "'" + shown + "'" : shown) + ')';
  };
  const wrongType = (name, expected, value) =>
    coded(
      TypeError,
      'ERR_INVALID_ARG_TYPE',
      'The "' + name + '" argument must be ' + expected + '. Received ' + received(value),
    );
  const outOfRange = (name, range, value) =>
    coded(
      RangeError,
      'ERR_OUT_OF_RANGE',
      'The value of "' + name + '" is out of range. It must be ' + range + '. Received ' + String(value),
    );

  // ---- encodings -------------------------------------------------------------------------------

  // Collects UTF-16 units, in pieces that a call can take as arguments.
  const collector = () => {
    let text = '';
    let units = [];
    return {
      add(unit) {
        units.push(unit);
        if (units.length === 4096) {
          text += String.fromCharCode(...units);
          units = [];
        }
      },
      end() {
        return text + String.fromCharCode(...units);
      },
    };
  };

  const utf8 = {
    encode(text) {
      const length = utf8.length(text);
      const bytes = new Uint8Array(length);
      let at = 0;
      for (let i = 0; i < text.length; i++) {
        let point = text.charCodeAt(i);
        if (point < 0x80) {
          bytes[at++] = point;
          continue;
        }
        if (point < 0x800) {
          bytes[at++] = 0xc0 | (point >> 6);
          bytes[at++] = 0x80 | (point & 63);
          continue;
        }
        if (point >= 0xd800 && point <= 0xdfff) {
          point = text.codePointAt(i);
          if (point > 0xffff) {
            i++;
            bytes[at++] = 0xf0 | (point >> 18);
            bytes[at++] = 0x80 | ((point >> 12) & 63);
            bytes[at++] = 0x80 | ((point >> 6) & 63);
            bytes[at++] = 0x80 | (point & 63);
            continue;
          }
          point = 0xfffd;
        }
        bytes[at++] = 0xe0 | (point >> 12);
        bytes[at++] = 0x80 | ((point >> 6) & 63);
        bytes[at++] = 0x80 | (point & 63);
      }
      return bytes;
    },
    length(text) {
      let length = text.length;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit >= 0x800) {
          length += 2;
          if (unit >= 0xd800 && unit <= 0xdbff) {
            const next = text.charCodeAt(i + 1);
            if (next >= 0xdc00 && next <= 0xdfff) {
              i++;
            }
          }
        } else if (unit >= 0x80) {
          length++;
        }
      }
      return length;
    },
    decode(bytes) {
      const out = collector();
      let i = 0;
      while (i < bytes.length) {
        const first = bytes[i++];
        if (first < 0x80) {
          out.add(first);
          continue;
        }
        // How many bytes follow, and the range of the first of them: excludes overlong forms,
        // surrogates and what is past the last code point.
        let following = 0;
        let low = 0x80;
        let high = 0xbf;
        let point = 0;
        if (first >= 0xc2 && first <= 0xdf) {
          following = 1;
          point = first & 31;
        } else if (first >= 0xe0 && first <= 0xef) {
          following = 2;
          point = first & 15;
          low = first === 0xe0 ? 0xa0 : 0x80;
          high = first === 0xed ? 0x9f : 0xbf;
        } else if (first >= 0xf0 && first <= 0xf4) {
          following = 3;
          point = first & 7;
          low = first === 0xf0 ? 0x90 : 0x80;
          high = first === 0xf4 ? 0x8f : 0xbf;
        }
        let complete = following > 0;
        while (complete && following > 0) {
          const next = bytes[i];
          if (next === undefined || next < low || next > high) {
            complete = false;
          } else {
            point = (point << 6) | (next & 63);
            i++;
            following--;
            low = 0x80;
            high = 0xbf;
          }
        }
        if (!complete) {
          out.add(0xfffd);
        } else if (point > 0xffff) {
          out.add(0xd800 + ((point - 0x10000) >> 10));
          out.add(0xdc00 + ((point - 0x10000) & 1023));
        } else {
          out.add(point);
        }
      }
      return out.end();
    },
  };

  const hexValue = (unit) => {
    if (unit >= 48 && unit <= 57) {
      return unit - 48;
    }
    const lower = unit | 32;
    return lower >= 97 && lower <= 102 ? lower - 87 : -1;
  };
  const hex = {
    encode(text) {
      const bytes = new Uint8Array(text.length >>> 1);
      for (let i = 0; i < bytes.length; i++) {
        const high = hexValue(text.charCodeAt(2 * i));
        const low = hexValue(text.charCodeAt(2 * i + 1));
        if (high < 0 || low < 0) {
          return bytes.slice(0, i);
        }
        bytes[i] = (high << 4) | low;
      }
      return bytes;
    },
    length: (text) => text.length >>> 1,
    decode(bytes) {
      let text = '';
      for (let i = 0; i < bytes.length; i++) {
        text += hexDigits[bytes[i] >> 4] + hexDigits[bytes[i] & 15];
      }
      return text;
    },
  };

  const decodeSextets = (text) => {
    const bytes = new Uint8Array(((text.length * 3) >>> 2) + 3);
    let at = 0;
    let bits = 0;
    let held = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 61) {
        break;
      }
      const sextet = unit < 128 ? sextets[unit] : -1;
      if (sextet >= 0) {
        held = ((held << 6) | sextet) & 0xffff;
        bits += 6;
        if (bits >= 8) {
          bits -= 8;
          bytes[at++] = (held >> bits) & 255;
        }
      }
    }
    return bytes.slice(0, at);
  };
  const encodeSextets = (bytes, digits, padded) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const left = bytes.length - i;
      const group = (bytes[i] << 16) | ((left > 1 ? bytes[i + 1] : 0) << 8) | (left > 2 ? bytes[i + 2] : 0);
      text += digits[group >> 18] + digits[(group >> 12) & 63];
      text += left > 1 ? digits[(group >> 6) & 63] : padded ? '=' : '';
      text += left > 2 ? digits[group & 63] : padded ? '=' : '';
    }
    return text;
  };
  const sextetLength = (text) => {
    let end = text.length;
    if (text.charCodeAt(end - 1) === 61) {
      end--;
    }
    if (end > 1 && text.charCodeAt(end - 1) === 61) {
      end--;
    }
    return (end * 3) >>> 2;
  };
  const base64 = {
    encode: decodeSextets,
    length: sextetLength,
    decode: (bytes) => encodeSextets(bytes, alphabet, true),
  };
  const base64url = {
    encode: decodeSextets,
    length: sextetLength,
    decode: (bytes) => encodeSextets(bytes, alphabetForUrls, false),
  };

  const singleBytes = (mask) => ({
    encode(text) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        bytes[i] = text.charCodeAt(i);
      }
      return bytes;
    },
    length: (text) => text.length,
    decode(bytes) {
      const out = collector();
      for (let i = 0; i < bytes.length; i++) {
        out.add(bytes[i] & mask);
      }
      return out.end();
    },
  });
  const latin1 = singleBytes(255);
  const ascii = singleBytes(127);

  const utf16 = {
    encode(text) {
      const bytes = new Uint8Array(text.length * 2);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        bytes[2 * i] = unit;
        bytes[2 * i + 1] = unit >> 8;
      }
      return bytes;
    },
    length: (text) => text.length * 2,
    decode(bytes) {
      const out = collector();
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        out.add(bytes[i] | (bytes[i + 1] << 8));
      }
      return out.end();
    },
  };

  const encodings = new Map([
    ['utf8', utf8],
    ['utf-8', utf8],
    ['hex', hex],
    ['base64', base64],
    ['base64url', base64url],
    ['latin1', latin1],
    ['binary', latin1],
    ['ascii', ascii],
    ['ucs2', utf16],
    ['ucs-2', utf16],
    ['utf16le', utf16],
    ['utf-16le', utf16],
  ]);
  const encodingOf = (name) => {
    if (name === undefined || name === null || name === '') {
      return utf8;
    }
    const found = encodings.get(String(name).toLowerCase());
    if (found === undefined) {
      throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', 'Unknown encoding: ' + String(name));
    }
    return found;
  };

  // ---- the constructor -------------------------------------------------------------------------

  const Buffer = function Buffer(value, encodingOrOffset, length) {
    if (typeof value === 'string') {
      return Buffer.from(value, encodingOrOffset);
    }
    if (typeof value !== 'number' && !(value instanceof ArrayBuffer)) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    const parts = typeof value === 'number' ? [value] : [value, encodingOrOffset, length];
    return Reflect.construct(Uint8Array, parts, new.target === undefined ? Buffer : new.target);
  };
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.defineProperty(Buffer, 'prototype', {
    value: Object.create(Uint8Array.prototype),
    writable: false,
    enumerable: false,
    configurable: false,
  });
  const prototype = Buffer.prototype;
  const define = (target, methods) => {
    for (const name of Object.keys(methods)) {
      Object.defineProperty(target, name, {
        value: methods[name],
        writable: true,
        enumerable: false,
        configurable: true,
      });
    }
  };
  define(prototype, {constructor: Buffer});

  const make = (size) => new Buffer(size);
  const view = (bytes, offset, length) => new Buffer(bytes.buffer, bytes.byteOffset + offset, length);
  const wrap = (bytes) => view(bytes, 0, bytes.length);
  const isBytes = (value) => value instanceof Uint8Array;
  const checkSize = (size) => {
    if (typeof size !== 'number') {
      throw wrongType('size', 'of type number', size);
    }
    if (!(size >= 0 && size <= 4294967296)) {
      throw outOfRange('size', '>= 0 && <= 4294967296', size);
    }
    return Math.floor(size);
  };
  const checkBytes = (name, value) => {
    if (!isBytes(value)) {
      throw wrongType(name, 'an instance of Buffer or Uint8Array', value);
    }
    return value;
  };
  const fromItems = (items) => {
    const length = Math.max(0, Math.floor(Number(items.length)) || 0);
    const made = make(length);
    for (let i = 0; i < length; i++) {
      made[i] = items[i];
    }
    return made;
  };
  // A position as slice takes it: whole, from the end if negative, within the length.
  const position = (given, length, otherwise) => {
    if (given === undefined) {
      return otherwise;
    }
    const whole = Math.trunc(Number(given)) || 0;
    return whole < 0 ? Math.max(length + whole, 0) : Math.min(whole, length);
  };
  const order = (one, other) => {
    const common = Math.min(one.length, other.length);
    for (let i = 0; i < common; i++) {
      if (one[i] !== other[i]) {
        return one[i] < other[i] ? -1 : 1;
      }
    }
    return one.length < other.length ? -1 : one.length > other.length ? 1 : 0;
  };

  define(Buffer, {
    from(value, encodingOrOffset, length) {
      if (typeof value === 'string') {
        return wrap(encodingOf(encodingOrOffset).encode(value));
      }
      if (value instanceof ArrayBuffer) {
        return new Buffer(value, encodingOrOffset, length);
      }
      if (typeof value === 'object' && value !== null) {
        const primitive = typeof value.valueOf === 'function' ? value.valueOf() : value;
        if (primitive !== null && primitive !== undefined && primitive !== value) {
          return Buffer.from(primitive, encodingOrOffset, length);
        }
        if (value.type === 'Buffer' && Array.isArray(value.data)) {
          return fromItems(value.data);
        }
        if (typeof value.length === 'number') {
          return fromItems(value);
        }
      }
      throw coded(
        TypeError,
        'ERR_INVALID_ARG_TYPE',
        'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array ' +
          'or an Array-like Object. Received ' + received(value),
      );
    },
    of(...items) {
      return fromItems(items);
    },
    alloc(size, fill, encoding) {
      const made = make(checkSize(size));
      return fill === undefined || fill === 0 || made.length === 0 ? made : made.fill(fill, encoding);
    },
    allocUnsafe: (size) => make(checkSize(size)),
    allocUnsafeSlow: (size) => make(checkSize(size)),
    concat(list, totalLength) {
      if (!Array.isArray(list)) {
        throw wrongType('list', 'an instance of Array', list);
      }
      let total = totalLength;
      if (total === undefined) {
        total = 0;
        for (const bytes of list) {
          total += bytes.length;
        }
      }
      const made = make(checkSize(total));
      let at = 0;
      for (let i = 0; i < list.length; i++) {
        const bytes = checkBytes('list[' + i + ']', list[i]);
        for (let j = 0; j < bytes.length && at < made.length; j++) {
          made[at++] = bytes[j];
        }
      }
      return made;
    },
    byteLength(value, encoding) {
      if (typeof value === 'string') {
        return (encodings.get(String(encoding).toLowerCase()) ?? utf8).length(value);
      }
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
        return value.byteLength;
      }
      throw wrongType('string', 'of type string or an instance of Buffer or ArrayBuffer', value);
    },
    isBuffer: (value) => value instanceof Buffer,
    isEncoding: (name) => typeof name === 'string' && encodings.has(name.toLowerCase()),
    compare: (one, other) => order(checkBytes('buf1', one), checkBytes('buf2', other)),
  });

  // ---- methods on whole buffers ----------------------------------------------------------------

  // The bytes of what is searched for or filled with.
  const pattern = (value, encoding) => {
    if (typeof value === 'string') {
      return encodingOf(encoding).encode(value);
    }
    return isBytes(value) ? value : Uint8Array.of(Number(value) & 255);
  };
  // What is searched for, of which nothing is coerced.
  const sought = (value, encoding) => {
    if (typeof value !== 'string' && typeof value !== 'number' && !isBytes(value)) {
      throw wrongType('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
    }
    return pattern(value, encoding);
  };
  const matches = (bytes, wanted, at) => {
    for (let i = 0; i < wanted.length; i++) {
      if (bytes[at + i] !== wanted[i]) {
        return false;
      }
    }
    return true;
  };
  const startOf = (bytes, from, otherwise) => {
    const start = Number(from === undefined ? otherwise : from);
    const whole = Number.isNaN(start) ? otherwise : Math.trunc(start);
    return whole < 0 ? bytes.length + whole : whole;
  };

  define(prototype, {
    toString(encoding, start, end) {
      const from = Math.max(0, Math.trunc(Number(start)) || 0);
      const to = end === undefined ? this.length : Math.min(this.length, Math.trunc(Number(end)) || 0);
      const decoder = encodingOf(encoding);
      return from >= to ? '' : decoder.decode(from === 0 && to === this.length ? this : view(this, from, to - from));
    },
    toLocaleString(encoding, start, end) {
      return prototype.toString.call(this, encoding, start, end);
    },
    toJSON() {
      return {type: 'Buffer', data: Array.from(this)};
    },
    slice(start, end) {
      const from = position(start, this.length, 0);
      const to = position(end, this.length, this.length);
      return view(this, from, Math.max(0, to - from));
    },
    subarray(start, end) {
      return prototype.slice.call(this, start, end);
    },
    equals(other) {
      return order(this, checkBytes('otherBuffer', other)) === 0;
    },
    compare(target, targetStart, targetEnd, start, end) {
      checkBytes('target', target);
      const other = target.subarray(targetStart ?? 0, targetEnd ?? target.length);
      return order(this.subarray(start ?? 0, end ?? this.length), other);
    },
    copy(target, targetStart, start, end) {
      checkBytes('target', target);
      const at = Math.trunc(Number(targetStart)) || 0;
      const from = Math.trunc(Number(start)) || 0;
      const to = end === undefined ? this.length : Math.min(Math.trunc(Number(end)) || 0, this.length);
      if (at < 0) {
        throw outOfRange('targetStart', '>= 0', targetStart);
      }
      if (from < 0 || from > this.length) {
        throw outOfRange('sourceStart', '>= 0 && <= ' + this.length, start);
      }
      const length = Math.min(to - from, target.length - at);
      if (length <= 0) {
        return 0;
      }
      Uint8Array.prototype.set.call(target, view(this, from, length), at);
      return length;
    },
    fill(value, offset, end, encoding) {
      let from = offset;
      let to = end;
      let name = encoding;
      if (typeof from === 'string') {
        name = from;
        from = undefined;
        to = undefined;
      } else if (typeof to === 'string') {
        name = to;
        to = undefined;
      }
      const start = from === undefined ? 0 : Number(from);
      const stop = to === undefined ? this.length : Number(to);
      if (!(start >= 0 && start <= this.length)) {
        throw outOfRange('offset', '>= 0 && <= ' + this.length, from);
      }
      if (!(stop >= 0 && stop <= this.length)) {
        throw outOfRange('end', '>= 0 && <= ' + this.length, to);
      }
      let bytes = pattern(value, name);
      if (bytes.length === 0) {
        if (typeof value !== 'string' || value !== '') {
          throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'value' is invalid");
        }
        bytes = Uint8Array.of(0);
      }
      for (let i = Math.trunc(start), j = 0; i < stop; i++) {
        this[i] = bytes[j];
        j = j + 1 === bytes.length ? 0 : j + 1;
      }
      return this;
    },
    indexOf(value, from, encoding) {
      const named = typeof from === 'string';
      const wanted = sought(value, named ? from : encoding);
      const start = Math.max(0, startOf(this, named ? undefined : from, 0));
      if (wanted.length === 0) {
        return Math.min(start, this.length);
      }
      for (let i = start; i + wanted.length <= this.length; i++) {
        if (matches(this, wanted, i)) {
          return i;
        }
      }
      return -1;
    },
    lastIndexOf(value, from, encoding) {
      const named = typeof from === 'string';
      const wanted = sought(value, named ? from : encoding);
      const start = startOf(this, named ? undefined : from, this.length);
      if (wanted.length === 0) {
        return Math.max(0, Math.min(start, this.length));
      }
      for (let i = Math.min(start, this.length - wanted.length); i >= 0; i--) {
        if (matches(this, wanted, i)) {
          return i;
        }
      }
      return -1;
    },
    includes(value, from, encoding) {
      return prototype.indexOf.call(this, value, from, encoding) !== -1;
    },
    write(text, offset, length, encoding) {
      if (typeof text !== 'string') {
        throw wrongType('string', 'of type string', text);
      }
      let name = encoding;
      let at = offset;
      let most = length;
      if (typeof at === 'string') {
        name = at;
        at = undefined;
        most = undefined;
      } else if (typeof most === 'string') {
        name = most;
        most = undefined;
      }
      const start = at === undefined ? 0 : Number(at);
      if (!(start >= 0 && start <= this.length)) {
        throw outOfRange('offset', '>= 0 && <= ' + this.length, at);
      }
      const encoder = encodingOf(name);
      const bytes = encoder.encode(text);
      let size = Math.min(bytes.length, this.length - start, most === undefined ? Infinity : Number(most));
      if (encoder === utf8) {
        // No part of a character is written.
        while (size > 0 && size < bytes.length && (bytes[size] & 0xc0) === 0x80) {
          size--;
        }
      }
      if (encoder === utf16) {
        size -= size % 2;
      }
      for (let i = 0; i < size; i++) {
        this[start + i] = bytes[i];
      }
      return size;
    },
  });

  // ---- numbers ---------------------------------------------------------------------------------

  const checkNumber = (given) => {
    const offset = given === undefined ? 0 : given;
    if (typeof offset !== 'number') {
      throw wrongType('offset', 'of type number', offset);
    }
    return offset;
  };
  const checkOffset = (bytes, given, size) => {
    const offset = checkNumber(given);
    const last = bytes.length - size;
    if (!Number.isInteger(offset)) {
      throw outOfRange('offset', 'an integer', offset);
    }
    if (last < 0) {
      throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
    }
    if (offset < 0 || offset > last) {
      throw outOfRange('offset', '>= 0 and <= ' + last, offset);
    }
    return offset;
  };
  const checkWidth = (width) => {
    if (typeof width !== 'number') {
      throw wrongType('byteLength', 'of type number', width);
    }
    if (!Number.isInteger(width)) {
      throw outOfRange('byteLength', 'an integer', width);
    }
    if (width < 1 || width > 6) {
      throw outOfRange('byteLength', '>= 1 and <= 6', width);
    }
    return width;
  };
  const readBytes = (bytes, offset, width, little, signed) => {
    let number = 0;
    for (let i = 0; i < width; i++) {
      number = number * 256 + bytes[offset + (little ? width - 1 - i : i)];
    }
    return signed && number >= 2 ** (8 * width - 1) ? number - 2 ** (8 * width) : number;
  };
  const writeBytes = (bytes, given, place, width, little, signed) => {
    checkNumber(place);
    const number = Number(given);
    const low = signed ? -(2 ** (8 * width - 1)) : 0;
    const high = signed ? 2 ** (8 * width - 1) - 1 : 2 ** (8 * width) - 1;
    if (number < low || number > high) {
      throw outOfRange('value', '>= ' + low + ' and <= ' + high, given);
    }
    const offset = checkOffset(bytes, place, width);
    let left = Number.isNaN(number) ? 0 : Math.trunc(number);
    if (left < 0) {
      left += 2 ** (8 * width);
    }
    for (let i = 0; i < width; i++) {
      bytes[offset + (little ? i : width - 1 - i)] = left % 256;
      left = Math.floor(left / 256);
    }
    return offset + width;
  };

  const numbers = {};
  const addBoth = (name, read, write) => {
    numbers['read' + name] = read;
    numbers['write' + name] = write;
    if (name.includes('UInt')) {
      numbers['read' + name.replace('UInt', 'Uint')] = read;
      numbers['write' + name.replace('UInt', 'Uint')] = write;
    }
  };
  for (const signed of [false, true]) {
    const kind = signed ? 'Int' : 'UInt';
    for (const width of [1, 2, 4]) {
      for (const little of width === 1 ? [true] : [true, false]) {
        addBoth(
          kind + 8 * width + (width === 1 ? '' : little ? 'LE' : 'BE'),
          function (offset) {
            return readBytes(this, checkOffset(this, offset, width), width, little, signed);
          },
          function (value, offset) {
            return writeBytes(this, value, offset, width, little, signed);
          },
        );
      }
    }
    for (const little of [true, false]) {
      addBoth(
        kind + (little ? 'LE' : 'BE'),
        function (offset, byteLength) {
          const width = checkWidth(byteLength);
          return readBytes(this, checkOffset(this, offset, width), width, little, signed);
        },
        function (value, offset, byteLength) {
          const width = checkWidth(byteLength);
          return writeBytes(this, value, offset, width, little, signed);
        },
      );
    }
  }
  const addViewed = (name, viewed, width) => {
    for (const little of [true, false]) {
      addBoth(
        name + (little ? 'LE' : 'BE'),
        function (offset) {
          const at = checkOffset(this, offset, width);
          return new DataView(this.buffer, this.byteOffset, this.length)['get' + viewed](at, little);
        },
        function (value, offset) {
          const at = checkOffset(this, offset, width);
          new DataView(this.buffer, this.byteOffset, this.length)['set' + viewed](at, value, little);
          return at + width;
        },
      );
    }
  };
  addViewed('Float', 'Float32', 4);
  addViewed('Double', 'Float64', 8);
  addViewed('BigInt64', 'BigInt64', 8);
  addViewed('BigUInt64', 'BigUint64', 8);
  for (const width of [2, 4, 8]) {
    numbers['swap' + 8 * width] = function () {
      if (this.length % width !== 0) {
        throw coded(RangeError, 'ERR_INVALID_BUFFER_SIZE', 'Buffer size must be a multiple of ' + 8 * width + '-bits');
      }
      for (let i = 0; i < this.length; i += width) {
        Uint8Array.prototype.reverse.call(view(this, i, width));
      }
      return this;
    };
  }
  for (const name of Object.keys(numbers)) {
    Object.defineProperty(numbers[name], 'name', {value: name, configurable: true});
  }
  define(prototype, numbers);

  // ---- base64 as browsers have it --------------------------------------------------------------

  const invalidCharacter = (message) => {
    const error = new Error(message);
    error.name = 'InvalidCharacterError';
    error.code = 5;
    return error;
  };
  const globals = {
    atob(data) {
      let text = String(data).replace(/[\t\n\f\r ]/g, '');
      if (text.length % 4 === 0) {
        text = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
      }
      if (/[^A-Za-z0-9+/]/.test(text)) {
        throw invalidCharacter('Invalid character');
      }
      if (text.length % 4 === 1) {
        throw invalidCharacter('The string to be decoded is not correctly encoded.');
      }
      return latin1.decode(decodeSextets(text));
    },
    btoa(data) {
      const text = String(data);
      for (let i = 0; i < text.length; i++) {
        if (text.charCodeAt(i) > 255) {
          throw invalidCharacter('Invalid character');
        }
      }
      return base64.decode(latin1.encode(text));
    },
  };
  return {Buffer, atob: globals.atob, btoa: globals.btoa};
})
