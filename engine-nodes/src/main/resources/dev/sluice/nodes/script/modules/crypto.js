// The part of Node's module crypto that needs no keys of its own: digests, random bytes, comparison.
(function (module, require, host) {
  'use strict';
  const {Buffer, digest, random} = host;
  const blockSizes = {md5: 64, sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128};
  const maximumRandom = 1048576;

  const algorithmOf = (name) => {
    const plain = String(name).toLowerCase().replace(/^sha-/, 'sha').replace(/^rsa-/, '');
    if (!Object.hasOwn(blockSizes, plain)) {
      const error = new Error('Digest method not supported');
      error.code = 'ERR_CRYPTO_INVALID_DIGEST';
      throw error;
    }
    return plain;
  };
  // Bytes as text of one character a byte, as they cross to the host.
  const bytesOf = (data, encoding) => {
    if (typeof data === 'string') {
      return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding).toString('latin1');
    }
    if (ArrayBuffer.isView(data)) {
      return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
    }
    const error = new TypeError(
      'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView.',
    );
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  };
  const output = (bytes, encoding) => {
    const buffer = Buffer.from(bytes, 'latin1');
    return encoding === undefined || encoding === 'buffer' ? buffer : buffer.toString(encoding);
  };

  class Hash {
    #pieces = [];
    #finish;
    #done = false;
    constructor(finish) {
      this.#finish = finish;
    }
    update(data, encoding) {
      this.#open();
      this.#pieces.push(bytesOf(data, encoding));
      return this;
    }
    digest(encoding) {
      this.#open();
      this.#done = true;
      return output(this.#finish(this.#pieces.join('')), encoding);
    }
    copy() {
      this.#open();
      const copy = new Hash(this.#finish);
      copy.#pieces = [...this.#pieces];
      return copy;
    }
    #open() {
      if (this.#done) {
        const error = new Error('Digest already called');
        error.code = 'ERR_CRYPTO_HASH_FINALIZED';
        throw error;
      }
    }
  }
  const createHash = (name) => {
    const algorithm = algorithmOf(name);
    return new Hash((bytes) => digest(algorithm, bytes));
  };
  const createHmac = (name, key) => {
    const algorithm = algorithmOf(name);
    const size = blockSizes[algorithm];
    let bytes = bytesOf(key);
    if (bytes.length > size) {
      bytes = digest(algorithm, bytes);
    }
    const padded = (mask) => {
      let text = '';
      for (let i = 0; i < size; i++) {
        text += String.fromCharCode((i < bytes.length ? bytes.charCodeAt(i) : 0) ^ mask);
      }
      return text;
    };
    const inner = padded(0x36);
    const outer = padded(0x5c);
    return new Hash((message) => digest(algorithm, outer + digest(algorithm, inner + message)));
  };
  const hash = (name, data, encoding = 'hex') => createHash(name).update(data).digest(encoding);

  const randomBytes = (size, callback) => {
    if (!Number.isInteger(size) || size < 0 || size > maximumRandom) {
      throw new RangeError(
        'The value of "size" is out of range. It must be >= 0 && <= ' + maximumRandom + '. Received ' + size,
      );
    }
    const bytes = Buffer.alloc(size);
    for (let i = 0; i < size; i++) {
      bytes[i] = Math.floor(random() * 256);
    }
    if (typeof callback === 'function') {
      Promise.resolve().then(() => callback(null, bytes));
      return undefined;
    }
    return bytes;
  };
  const randomInt = (from, to) => {
    const [low, high] = to === undefined ? [0, from] : [from, to];
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high <= low) {
      throw new RangeError('The value of "max" is out of range. It must be greater than "min". Received ' + high);
    }
    return low + Math.floor(random() * (high - low));
  };
  const randomUUID = () => {
    const bytes = randomBytes(16);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
  const timingSafeEqual = (one, other) => {
    const first = bytesOf(one);
    const second = bytesOf(other);
    if (first.length !== second.length) {
      const error = new RangeError('Input buffers must have the same byte length');
      error.code = 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH';
      throw error;
    }
    let difference = 0;
    for (let i = 0; i < first.length; i++) {
      difference |= first.charCodeAt(i) ^ second.charCodeAt(i);
    }
    return difference === 0;
  };
  const getHashes = () => Object.keys(blockSizes);
  module.exports = {
    createHash, createHmac, hash, randomBytes, randomInt, randomUUID, timingSafeEqual, getHashes,
  };
})
