package dev.sluice.nodes.script.plain;

import java.util.Set;

/** The names that every object has something by, be it not its own. */
final class Inherited {
  private static final Set<String> NAMES =
      Set.of(
          "__defineGetter__",
          "__defineSetter__",
          "__lookupGetter__",
          "__lookupSetter__",
          "__proto__",
          "constructor",
          "hasOwnProperty",
          "isPrototypeOf",
          "propertyIsEnumerable",
          "toLocaleString",
          "toString",
          "valueOf");

  private Inherited() {}

  static boolean has(String name) {
    return NAMES.contains(name);
  }
}
