// Node's module path for POSIX. Pure text: the current folder is the root.
(function (module) {
  'use strict';
  const text = (value, name) => {
    if (typeof value !== 'string') {
      const error = new TypeError('The "' + name + '" argument must be of type string. Received ' + typeof value);
      error.code = 'ERR_INVALID_ARG_TYPE';
      throw error;
    }
    return value;
  };
  const collapse = (path, isAbsolute) => {
    const kept = [];
    for (const part of path.split('/')) {
      if (part === '' || part === '.') {
        continue;
      }
      if (part !== '..') {
        kept.push(part);
      } else if (kept.length > 0 && kept[kept.length - 1] !== '..') {
        kept.pop();
      } else if (!isAbsolute) {
        kept.push('..');
      }
    }
    return kept.join('/');
  };
  const isAbsolute = (path) => text(path, 'path').startsWith('/');
  const normalize = (path) => {
    if (text(path, 'path') === '') {
      return '.';
    }
    const absolute = isAbsolute(path);
    let result = collapse(path, absolute);
    if (result === '' && !absolute) {
      result = '.';
    }
    if (result !== '' && path.endsWith('/')) {
      result += '/';
    }
    return absolute ? '/' + result : result;
  };
  const join = (...parts) => {
    const joined = parts.filter((part) => text(part, 'path') !== '').join('/');
    return joined === '' ? '.' : normalize(joined);
  };
  const resolve = (...parts) => {
    let path = '';
    for (let i = parts.length - 1; i >= 0 && !path.startsWith('/'); i--) {
      if (text(parts[i], 'path') !== '') {
        path = path === '' ? parts[i] : parts[i] + '/' + path;
      }
    }
    return '/' + collapse(path, true);
  };
  const relative = (from, to) => {
    const start = resolve(from).split('/').filter(Boolean);
    const end = resolve(to).split('/').filter(Boolean);
    let same = 0;
    while (same < start.length && same < end.length && start[same] === end[same]) {
      same++;
    }
    return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
  };
  const trimmed = (path) => {
    let end = path.length;
    while (end > 1 && path[end - 1] === '/') {
      end--;
    }
    return path.slice(0, end);
  };
  const dirname = (path) => {
    const whole = trimmed(text(path, 'path'));
    const slash = whole.lastIndexOf('/');
    return slash < 0 ? '.' : slash === 0 ? '/' : trimmed(whole.slice(0, slash));
  };
  const basename = (path, suffix) => {
    const whole = trimmed(text(path, 'path'));
    const name = whole.slice(whole.lastIndexOf('/') + 1);
    return suffix !== undefined && name !== suffix && name.endsWith(text(suffix, 'suffix'))
      ? name.slice(0, name.length - suffix.length)
      : name;
  };
  const extname = (path) => {
    const name = basename(path);
    const dot = name.lastIndexOf('.');
    return dot <= 0 || name === '..' ? '' : name.slice(dot);
  };
  const parse = (path) => {
    const base = basename(path);
    const ext = extname(path);
    const root = isAbsolute(path) ? '/' : '';
    const whole = trimmed(path);
    const slash = whole.lastIndexOf('/');
    const dir = slash < 0 ? '' : slash === 0 ? '/' : whole.slice(0, slash);
    return {root, dir, base, ext, name: ext === '' ? base : base.slice(0, base.length - ext.length)};
  };
  const format = (parsed) => {
    const dir = parsed.dir || parsed.root || '';
    const base = parsed.base || (parsed.name || '') + (parsed.ext || '');
    return dir === '' || dir === parsed.root ? dir + base : dir + '/' + base;
  };
  const path = {
    basename, dirname, extname, format, isAbsolute, join, normalize, parse, relative, resolve,
    sep: '/', delimiter: ':',
  };
  path.posix = path;
  module.exports = path;
})
