// Node's module assert.
(function (module, require) {
  'use strict';
  const {inspect, isDeepStrictEqual, isDeepLooseEqual} = require('util');

  class AssertionError extends Error {
    constructor({message, actual, expected, operator}) {
      super(message);
      this.generatedMessage = false;
      this.code = 'ERR_ASSERTION';
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    get name() {
      return 'AssertionError';
    }
  }
  const fail = (message, actual, expected, operator, usual) => {
    if (message instanceof Error) {
      throw message;
    }
    throw new AssertionError({message: message === undefined ? usual : String(message), actual, expected, operator});
  };
  const check = (holds, message, actual, expected, operator, usual) => {
    if (!holds) {
      fail(message, actual, expected, operator, usual(inspect(actual), inspect(expected)));
    }
  };
  const ok = (value, message) =>
    check(value, message, value, true, '==', (shown) => 'The expression evaluated to a falsy value: ' + shown);
  const assert = (value, message) => ok(value, message);
  const comparison = (operator, holds, words) => (actual, expected, message) =>
    check(holds(actual, expected), message, actual, expected, operator, (one, other) => words + '\n\n' + one + '\n\n' + other + '\n');

  const equal = comparison('==', (a, b) => a == b || (a !== a && b !== b), 'Expected values to be loosely equal:');
  const notEqual = comparison('!=', (a, b) => !(a == b || (a !== a && b !== b)), 'Expected values not to be loosely equal:');
  const strictEqual = comparison('strictEqual', Object.is, 'Expected values to be strictly equal:');
  const notStrictEqual = comparison(
    'notStrictEqual',
    (a, b) => !Object.is(a, b),
    'Expected "actual" to be strictly unequal to:',
  );
  const deepEqual = comparison('deepEqual', isDeepLooseEqual, 'Expected values to be loosely deep-equal:');
  const notDeepEqual = comparison(
    'notDeepEqual',
    (a, b) => !isDeepLooseEqual(a, b),
    'Expected "actual" not to be loosely deep-equal to:',
  );
  const deepStrictEqual = comparison('deepStrictEqual', isDeepStrictEqual, 'Expected values to be strictly deep-equal:');
  const notDeepStrictEqual = comparison(
    'notDeepStrictEqual',
    (a, b) => !isDeepStrictEqual(a, b),
    'Expected "actual" not to be strictly deep-equal to:',
  );

  // Whether an error is as expected: a pattern, a class, a test or properties.
  const fits = (error, expected) => {
    if (expected === undefined) {
      return true;
    }
    if (expected instanceof RegExp) {
      return expected.test(String(error));
    }
    if (typeof expected === 'function') {
      if (expected.prototype !== undefined && error instanceof expected) {
        return true;
      }
      return !Error.isPrototypeOf(expected) && expected.call({}, error) === true;
    }
    return Object.keys(expected).every((key) =>
      expected[key] instanceof RegExp && typeof error[key] === 'string'
        ? expected[key].test(error[key])
        : isDeepStrictEqual(error[key], expected[key]),
    );
  };
  const throws = (callee, expected, message) => {
    const text = typeof expected === 'string' ? expected : message;
    let thrown;
    try {
      callee();
    } catch (error) {
      thrown = {error};
    }
    if (thrown === undefined) {
      fail(text, undefined, expected, 'throws', 'Missing expected exception.');
    }
    if (typeof expected !== 'string' && !fits(thrown.error, expected)) {
      throw thrown.error;
    }
  };
  const doesNotThrow = (callee, message) => {
    try {
      callee();
    } catch (error) {
      fail(
        typeof message === 'string' ? message : undefined,
        error,
        undefined,
        'doesNotThrow',
        'Got unwanted exception.\nActual message: "' + (error && error.message) + '"',
      );
    }
  };
  const rejects = async (promise, expected, message) => {
    let thrown;
    try {
      await (typeof promise === 'function' ? promise() : promise);
    } catch (error) {
      thrown = {error};
    }
    throws(
      () => {
        if (thrown !== undefined) {
          throw thrown.error;
        }
      },
      expected,
      message,
    );
  };
  const matching = (operator, wanted) => (text, pattern, message) =>
    check(
      typeof text === 'string' && pattern.test(text) === wanted,
      message,
      text,
      pattern,
      operator,
      (one, other) => 'The input ' + one + ' and the regular expression ' + other + ' do not fit',
    );
  const ifError = (value) => {
    if (value !== null && value !== undefined) {
      throw value instanceof Error
        ? value
        : new AssertionError({message: 'ifError got unwanted exception: ' + inspect(value), actual: value});
    }
  };
  Object.assign(assert, {
    AssertionError, ok, equal, notEqual, strictEqual, notStrictEqual, deepEqual, notDeepEqual,
    deepStrictEqual, notDeepStrictEqual, throws, doesNotThrow, rejects, ifError,
    match: matching('match', true),
    doesNotMatch: matching('doesNotMatch', false),
    fail: (message) => fail(message, undefined, undefined, 'fail', 'Failed'),
  });
  const strict = (value, message) => ok(value, message);
  assert.strict = Object.assign(strict, assert, {
    equal: strictEqual,
    notEqual: notStrictEqual,
    deepEqual: deepStrictEqual,
    notDeepEqual: notDeepStrictEqual,
  });
  strict.strict = strict;
  module.exports = assert;
})
