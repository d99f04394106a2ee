// Node's module string_decoder: text out of bytes that come in pieces.
(function (module, require, host) {
  'use strict';
  const {Buffer} = host;
  const unitOf = {utf16le: 2, ucs2: 2, 'ucs-2': 2, 'utf-16le': 2, base64: 3, base64url: 3};
  // How many bytes at the end are the beginning of a character.
  const unfinished = (bytes) => {
    for (let back = 1; back <= 3 && back <= bytes.length; back++) {
      const byte = bytes[bytes.length - back];
      if (byte >= 0xc2) {
        const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        return byte <= 0xf4 && back < length ? back : 0;
      }
      if (byte < 0x80) {
        return 0;
      }
    }
    return 0;
  };
  class StringDecoder {
    #rest = Buffer.alloc(0);
    constructor(encoding = 'utf8') {
      this.encoding = String(encoding).toLowerCase().replace(/^utf-8$/, 'utf8');
      if (!Buffer.isEncoding(this.encoding)) {
        throw new TypeError('Unknown encoding: ' + encoding);
      }
    }
    write(data) {
      if (typeof data === 'string') {
        return data;
      }
      const bytes = Buffer.concat([this.#rest, Buffer.from(data)]);
      let kept = 0;
      if (this.encoding === 'utf8') {
        kept = unfinished(bytes);
      } else if (unitOf[this.encoding] !== undefined) {
        kept = bytes.length % unitOf[this.encoding];
      }
      this.#rest = Buffer.from(bytes.subarray(bytes.length - kept));
      return bytes.subarray(0, bytes.length - kept).toString(this.encoding);
    }
    end(data) {
      const text = data === undefined ? '' : this.write(data);
      const rest = this.#rest;
      this.#rest = Buffer.alloc(0);
      if (rest.length === 0) {
        return text;
      }
      return text + (this.encoding === 'utf8' ? '\ufffd' : rest.toString(this.encoding));
    }
  }
  module.exports = {StringDecoder};
})
