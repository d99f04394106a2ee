// Node's module url: URL and URLSearchParams for hierarchical and opaque addresses, and the old functions
// parse, format and resolve. Hosts are ASCII.
(function (module, require) {
  'use strict';
  const querystring = require('querystring');
  const defaultPorts = {'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': ''};
  const isSpecial = (protocol) => Object.hasOwn(defaultPorts, protocol);
  const encodeSet = (text, kept) =>
    text.toWellFormed().replace(kept, (character) =>
      character.codePointAt(0) < 0x80
        ? '%' + character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
        : encodeURIComponent(character),
    );
  const encodePath = (text) => encodeSet(text, /[\0-\x20"#<>?`{}\x7f]|[^\0-\x7f]/gu);
  const encodeQuery = (text) => encodeSet(text, /[\0-\x20"#<>'\x7f]|[^\0-\x7f]/gu);
  const encodeFragment = (text) => encodeSet(text, /[\0-\x20"<>`\x7f]|[^\0-\x7f]/gu);
  const encodeUser = (text) => encodeSet(text, /[\0-\x20"#<>?`{}\/:;=@[\\\]^|\x7f]|[^\0-\x7f]/gu);

  const encodeForm = (text) =>
    encodeURIComponent(String(text).toWellFormed())
      .replace(/%20/g, '+')
      .replace(/[!'()~]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
  const decodeForm = (text) => querystring.unescape(text.replace(/\+/g, ' '));

  class URLSearchParams {
    #pairs = [];
    #changed = () => {};
    constructor(init = '', changed) {
      if (typeof changed === 'function') {
        this.#changed = changed;
      }
      if (typeof init === 'object' && init !== null) {
        const pairs = typeof init[Symbol.iterator] === 'function' ? [...init] : Object.entries(init);
        this.#pairs = pairs.map(([key, value]) => [String(key), String(value)]);
      } else {
        this.#read(String(init));
      }
    }
    #read(text) {
      this.#pairs = text
        .replace(/^\?/, '')
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair) => {
          const at = pair.indexOf('=');
          return at < 0
            ? [decodeForm(pair), '']
            : [decodeForm(pair.slice(0, at)), decodeForm(pair.slice(at + 1))];
        });
    }
    get size() {
      return this.#pairs.length;
    }
    append(name, value) {
      this.#pairs.push([String(name), String(value)]);
      this.#changed();
    }
    delete(name, value) {
      this.#pairs = this.#pairs.filter(
        ([key, own]) => key !== String(name) || (value !== undefined && own !== String(value)),
      );
      this.#changed();
    }
    get(name) {
      const found = this.#pairs.find(([key]) => key === String(name));
      return found === undefined ? null : found[1];
    }
    getAll(name) {
      return this.#pairs.filter(([key]) => key === String(name)).map(([, value]) => value);
    }
    has(name, value) {
      return this.#pairs.some(
        ([key, own]) => key === String(name) && (value === undefined || own === String(value)),
      );
    }
    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === String(name));
      if (at < 0) {
        this.#pairs.push([String(name), String(value)]);
      } else {
        this.#pairs = this.#pairs.filter(([key], i) => i <= at || key !== String(name));
        this.#pairs[at] = [String(name), String(value)];
      }
      this.#changed();
    }
    sort() {
      this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
      this.#changed();
    }
    forEach(action, self) {
      for (const [key, value] of this.#pairs) {
        action.call(self, value, key, this);
      }
    }
    keys() {
      return this.#pairs.map(([key]) => key).values();
    }
    values() {
      return this.#pairs.map(([, value]) => value).values();
    }
    entries() {
      return this.#pairs.map((pair) => [...pair]).values();
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    toString() {
      return this.#pairs.map(([key, value]) => encodeForm(key) + '=' + encodeForm(value)).join('&');
    }
    get [Symbol.toStringTag]() {
      return 'URLSearchParams';
    }
  }

  const invalid = (input) => {
    const error = new TypeError('Invalid URL');
    error.code = 'ERR_INVALID_URL';
    error.input = input;
    return error;
  };
  const collapse = (path) => {
    const kept = [];
    const parts = path.split('/').slice(1);
    parts.forEach((part, i) => {
      const plain = part.replace(/%2e/gi, '.');
      if (plain === '..') {
        kept.pop();
      }
      if (plain !== '..' && plain !== '.') {
        kept.push(part);
      } else if (i === parts.length - 1) {
        kept.push('');
      }
    });
    return '/' + kept.join('/');
  };
  const hostOf = (text, protocol, input) => {
    if (!isSpecial(protocol)) {
      return text;
    }
    const host = querystring.unescape(text).toLowerCase();
    if ((host === '' && protocol !== 'file:') || !/^(?:[\x21-\x7e]*)$/.test(host) || /[#%/:<>?@[\\\]^|]/.test(host.replace(/^\[[0-9a-f:.]+\]$/, ''))) {
      throw invalid(input);
    }
    const numbers = host.split('.');
    if (/^\d+$/.test(numbers[numbers.length - 1])) {
      if (numbers.length !== 4 || numbers.some((part) => !/^\d{1,3}$/.test(part) || +part > 255)) {
        throw invalid(input);
      }
      return numbers.map(Number).join('.');
    }
    return host;
  };
  const portOf = (text, protocol, input) => {
    if (text === undefined || text === '') {
      return '';
    }
    if (!/^\d+$/.test(text) || +text > 65535) {
      throw invalid(input);
    }
    const port = String(+text);
    return port === defaultPorts[protocol] ? '' : port;
  };
  // The components of an address, relative to those of another if there is one.
  const components = (given, base) => {
    const input = String(given).replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const [, scheme, withoutScheme] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([^]*)$/.exec(input);
    const hashAt = withoutScheme.indexOf('#');
    const hash = hashAt < 0 ? '' : encodeFragment(withoutScheme.slice(hashAt + 1));
    const body = hashAt < 0 ? withoutScheme : withoutScheme.slice(0, hashAt);
    const queryAt = body.indexOf('?');
    const query = queryAt < 0 ? null : encodeQuery(body.slice(queryAt + 1));
    let rest = queryAt < 0 ? body : body.slice(0, queryAt);
    const sameScheme = base !== null && (scheme === undefined || (scheme.toLowerCase() + ':' === base.protocol && isSpecial(base.protocol) && !/^[\\/]/.test(rest)));
    if (scheme === undefined && base === null) {
      throw invalid(given);
    }
    const protocol = sameScheme || scheme === undefined ? base.protocol : scheme.toLowerCase() + ':';
    const result = {protocol, username: '', password: '', hostname: '', port: '', pathname: '', search: '', hash, opaque: false};
    result.search = query === null || query === '' ? '' : '?' + query;
    if (isSpecial(protocol)) {
      rest = rest.replace(/\\/g, '/');
    }
    const inherit = () => {
      const {username, password, hostname, port} = base;
      Object.assign(result, {username, password, hostname, port});
    };
    if (rest.startsWith('//') || (isSpecial(protocol) && !sameScheme)) {
      const [, authority, path] = /^\/*([^/]*)([^]*)$/.exec(isSpecial(protocol) && protocol !== 'file:' ? rest : rest.replace(/^\/\//, '\0').replace(/^\0/, ''));
      const [, user, host, port] = /^(?:([^]*)@)?(\[[^\]]*\]|[^:]*)(?::([^]*))?$/.exec(
        protocol === 'file:' && rest.startsWith('///') ? '' : authority,
      ) ?? [];
      if (host === undefined) {
        throw invalid(given);
      }
      if (user !== undefined) {
        const [name, ...secret] = user.split(':');
        result.username = encodeUser(name);
        result.password = encodeUser(secret.join(':'));
      }
      result.hostname = hostOf(host, protocol, given);
      result.port = portOf(port, protocol, given);
      const whole = protocol === 'file:' && rest.startsWith('///') ? rest.slice(2) : path;
      result.pathname = isSpecial(protocol) || whole !== '' ? collapse(encodePath(whole.startsWith('/') ? whole : '/' + whole)) : '';
      return result;
    }
    if (!sameScheme) {
      result.opaque = !rest.startsWith('/');
      result.pathname = result.opaque ? encodeSet(rest, /[\0-\x1f\x7f]|[^\0-\x7f]/gu) : collapse(encodePath(rest));
      return result;
    }
    if (base.opaque) {
      throw invalid(given);
    }
    inherit();
    if (rest === '') {
      result.pathname = base.pathname;
      if (query === null) {
        result.search = base.search;
      }
    } else {
      const folder = base.pathname.slice(0, base.pathname.lastIndexOf('/') + 1);
      result.pathname = collapse(encodePath(rest.startsWith('/') ? rest : (folder || '/') + rest));
    }
    return result;
  };

  class URL {
    #parts;
    #params = null;
    constructor(input, base) {
      this.#parts = components(input, base === undefined ? null : components(base, null));
    }
    static canParse(input, base) {
      try {
        return new URL(input, base) !== null;
      } catch {
        return false;
      }
    }
    #again(change) {
      try {
        this.#parts = {...this.#parts, ...change()};
      } catch {
        // A component that cannot be leaves the address as it is.
      }
    }
    get protocol() {
      return this.#parts.protocol;
    }
    set protocol(value) {
      const protocol = String(value).toLowerCase().replace(/:?$/, ':');
      if (/^[a-z][a-z0-9+.-]*:$/.test(protocol) && isSpecial(protocol) === isSpecial(this.protocol)) {
        this.#again(() => ({protocol, port: portOf(this.port, protocol)}));
      }
    }
    get username() {
      return this.#parts.username;
    }
    set username(value) {
      this.#parts.username = encodeUser(String(value));
    }
    get password() {
      return this.#parts.password;
    }
    set password(value) {
      this.#parts.password = encodeUser(String(value));
    }
    get hostname() {
      return this.#parts.hostname;
    }
    set hostname(value) {
      this.#again(() => ({hostname: hostOf(String(value), this.protocol, value)}));
    }
    get port() {
      return this.#parts.port;
    }
    set port(value) {
      this.#again(() => ({port: portOf(String(value), this.protocol, value)}));
    }
    get host() {
      return this.hostname + (this.port === '' ? '' : ':' + this.port);
    }
    set host(value) {
      const [, hostname, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?/.exec(String(value));
      this.hostname = hostname;
      if (port !== undefined) {
        this.port = port;
      }
    }
    get origin() {
      return isSpecial(this.protocol) && this.protocol !== 'file:' ? this.protocol + '//' + this.host : 'null';
    }
    get pathname() {
      return this.#parts.pathname;
    }
    set pathname(value) {
      if (!this.#parts.opaque) {
        this.#parts.pathname = collapse(encodePath(String(value).replace(/^(?!\/)/, '/')));
      }
    }
    get search() {
      return this.#parts.search;
    }
    set search(value) {
      const query = encodeQuery(String(value).replace(/^\?/, ''));
      this.#parts.search = query === '' ? '' : '?' + query;
      this.#params = null;
    }
    get searchParams() {
      this.#params ??= new URLSearchParams(this.search, () => {
        const query = this.#params.toString();
        this.#parts.search = query === '' ? '' : '?' + query;
      });
      return this.#params;
    }
    get hash() {
      return this.#parts.hash === '' ? '' : '#' + this.#parts.hash;
    }
    set hash(value) {
      this.#parts.hash = encodeFragment(String(value).replace(/^#/, ''));
    }
    get href() {
      const {username, password, opaque} = this.#parts;
      const user = username + (password === '' ? '' : ':' + password);
      const hasHost = !opaque && (this.hostname !== '' || isSpecial(this.protocol));
      const authority = hasHost ? '//' + (user === '' ? '' : user + '@') + this.host : '';
      return this.protocol + authority + this.pathname + this.search + this.hash;
    }
    set href(value) {
      this.#parts = components(value, null);
      this.#params = null;
    }
    toString() {
      return this.href;
    }
    toJSON() {
      return this.href;
    }
    get [Symbol.toStringTag]() {
      return 'URL';
    }
  }

  // ---- the old functions -----------------------------------------------------------------------

  const parse = (address, parseQuery = false, slashesDenoteHost = false) => {
    const text = String(address).trim();
    const [, protocol, body, search, hash] = /^([A-Za-z][A-Za-z0-9+.-]*:)?([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(text);
    const slashes = body.startsWith('//') && (protocol !== undefined || slashesDenoteHost) ? true : null;
    const [, authority, path] = slashes ? /^\/\/([^/]*)([^]*)$/.exec(body) : ['', '', body];
    const at = authority.lastIndexOf('@');
    const host = slashes ? authority.slice(at + 1).toLowerCase() : null;
    const port = host === null ? null : /:(\d+)$/.exec(host);
    const pathname = path || (slashes && isSpecial((protocol ?? '').toLowerCase()) ? '/' : null);
    const query = search === undefined ? null : search.slice(1);
    const result = {
      protocol: protocol === undefined ? null : protocol.toLowerCase(),
      slashes,
      auth: at < 0 ? null : querystring.unescape(authority.slice(0, at)),
      host,
      port: port ? port[1] : null,
      hostname: host === null ? null : host.replace(/:\d*$/, ''),
      hash: hash ?? null,
      search: search ?? (parseQuery ? '' : null),
      query: parseQuery ? querystring.parse(query ?? '') : query,
      pathname,
      path: pathname === null && search === undefined ? null : (pathname ?? '') + (search ?? ''),
    };
    result.href = format(result);
    return result;
  };
  const format = (address) => {
    if (typeof address === 'string') {
      return parse(address).href;
    }
    if (address instanceof URL) {
      return address.href;
    }
    const protocol = address.protocol ? String(address.protocol).replace(/:?$/, ':') : '';
    const auth = address.auth ? encodeURIComponent(address.auth).replace(/%3A/i, ':') + '@' : '';
    const host = address.host ?? (address.hostname ? address.hostname + (address.port ? ':' + address.port : '') : null);
    const query = typeof address.query === 'object' && address.query !== null ? querystring.stringify(address.query) : '';
    const search = address.search || (query === '' ? '' : '?' + query);
    const slashes = address.slashes || ((protocol === '' || isSpecial(protocol)) && host);
    let pathname = String(address.pathname ?? '').replace(/[?#]/g, encodeURIComponent);
    if (slashes && pathname !== '' && !pathname.startsWith('/')) {
      pathname = '/' + pathname;
    }
    const hash = address.hash ? String(address.hash).replace(/^#?/, '#') : '';
    return protocol + (slashes ? '//' + auth + (host ?? '') : '') + pathname + search.replace(/^(?=[^?])/, '?').replace(/#/g, '%23') + hash;
  };
  const resolve = (from, to) => {
    const base = new URL(from, 'resolve://');
    const resolved = new URL(to, base);
    return resolved.protocol === 'resolve:' ? resolved.pathname + resolved.search + resolved.hash : resolved.href;
  };
  const fileURLToPath = (address) => querystring.unescape(new URL(address).pathname);
  const pathToFileURL = (path) => new URL('file://' + require('path').resolve(path).replace(/%/g, '%25'));
  const urlToHttpOptions = (address) => ({
    protocol: address.protocol,
    hostname: address.hostname,
    hash: address.hash,
    search: address.search,
    pathname: address.pathname,
    path: address.pathname + address.search,
    href: address.href,
    ...(address.port === '' ? {} : {port: Number(address.port)}),
  });
  module.exports = {URL, URLSearchParams, parse, format, resolve, fileURLToPath, pathToFileURL, urlToHttpOptions};
})
