// Node's module events.
(function (module) {
  'use strict';
  class EventEmitter {
    // Also for objects that inherit without having been constructed, as old code does.
    static #of(emitter) {
      if (!Object.hasOwn(emitter, '_events')) {
        Object.defineProperty(emitter, '_events', {value: new Map(), configurable: true});
      }
      return emitter._events;
    }
    static #register(emitter, name, listener, once, first) {
      if (typeof listener !== 'function') {
        throw new TypeError('The "listener" argument must be of type function. Received ' + typeof listener);
      }
      const all = EventEmitter.#of(emitter);
      if (all.has('newListener')) {
        emitter.emit('newListener', name, listener);
      }
      const before = all.get(name) ?? [];
      all.set(name, first ? [{listener, once}, ...before] : [...before, {listener, once}]);
      return emitter;
    }
    on(name, listener) {
      return EventEmitter.#register(this, name, listener, false, false);
    }
    addListener(name, listener) {
      return this.on(name, listener);
    }
    prependListener(name, listener) {
      return EventEmitter.#register(this, name, listener, false, true);
    }
    once(name, listener) {
      return EventEmitter.#register(this, name, listener, true, false);
    }
    prependOnceListener(name, listener) {
      return EventEmitter.#register(this, name, listener, true, true);
    }
    off(name, listener) {
      const all = EventEmitter.#of(this);
      const before = all.get(name) ?? [];
      const at = before.findLastIndex((entry) => entry.listener === listener);
      if (at >= 0) {
        const left = before.toSpliced(at, 1);
        left.length === 0 ? all.delete(name) : all.set(name, left);
        if (all.has('removeListener')) {
          this.emit('removeListener', name, listener);
        }
      }
      return this;
    }
    removeListener(name, listener) {
      return this.off(name, listener);
    }
    removeAllListeners(name) {
      const all = EventEmitter.#of(this);
      name === undefined ? all.clear() : all.delete(name);
      return this;
    }
    emit(name, ...given) {
      const called = EventEmitter.#of(this).get(name);
      if (called === undefined) {
        if (name === 'error') {
          throw given[0] instanceof Error ? given[0] : new Error('Unhandled error. (' + String(given[0]) + ')');
        }
        return false;
      }
      for (const {listener, once} of called) {
        if (once) {
          this.off(name, listener);
        }
        Reflect.apply(listener, this, given);
      }
      return true;
    }
    listeners(name) {
      return (EventEmitter.#of(this).get(name) ?? []).map((entry) => entry.listener);
    }
    rawListeners(name) {
      return this.listeners(name);
    }
    listenerCount(name) {
      return this.listeners(name).length;
    }
    eventNames() {
      return [...EventEmitter.#of(this).keys()];
    }
    setMaxListeners() {
      return this;
    }
    getMaxListeners() {
      return 10;
    }
  }
  // Old code calls the constructor on objects of its own.
  const Callable = new Proxy(EventEmitter, {
    apply: () => undefined,
  });
  EventEmitter.prototype.constructor = Callable;
  Callable.EventEmitter = Callable;
  Callable.defaultMaxListeners = 10;
  Callable.once = (emitter, name) =>
    new Promise((resolve, reject) => {
      const fail = (error) => {
        emitter.off(name, done);
        reject(error);
      };
      const done = (...given) => {
        emitter.off('error', fail);
        resolve(given);
      };
      emitter.once(name, done);
      if (name !== 'error') {
        emitter.once('error', fail);
      }
    });
  module.exports = Callable;
})
