// Node's module buffer: what is global already.
(function (module, require, host) {
  'use strict';
  const {Buffer, atob, btoa} = host;
  module.exports = {Buffer, atob, btoa, kMaxLength: 134217728, constants: {MAX_LENGTH: 134217728}};
})
