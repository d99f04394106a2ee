package dev.sluice.nodes.script;

import java.util.regex.Pattern;

/**
 * Tells from its text whether a script seems to change what the language provides, such as adding a
 * method to {@code Number.prototype}. Such a script gets a realm of its own to change. A wrong
 * guess is safe either way: yes costs time, no makes the change fail in the frozen realm.
 */
final class IntrinsicChanges {
  private static final String BUILT_IN =
      "(?:Object|Function|Array|String|Number|Boolean|Symbol|Date|RegExp|Promise|Map|Set|WeakMap"
          + "|WeakSet|BigInt|Math|JSON|Reflect|Intl|Buffer|console|Iterator|[A-Z]\\w{0,20}Array"
          + "|[A-Z]?\\w{0,20}Error|parseInt|parseFloat|isNaN|escape|unescape|atob|btoa)";
  private static final String MEMBER =
      "\\s{0,20}(?:\\.\\s{0,20}[\\w$]{1,80}|\\[[^\\]\\n]{1,80}\\])";

  /** A built-in, or a member of one, is assigned to. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?<![\\w$.])"
              + BUILT_IN
              + "(?:"
              + MEMBER
              + "){0,3}\\s{0,20}(?:\\|\\||&&|\\?\\?|[-+*/%])?=(?![=>])");

  /** A built-in is handed to what changes objects. */
  private static final Pattern HANDED =
      Pattern.compile(
          "(?:defineProperty|defineProperties|assign|setPrototypeOf|extend|mixin)\\s{0,20}\\(\\s{0,20}"
              + BUILT_IN
              + "\\b");

  /** A prototype is kept for later, deleted from, or changed by the old methods. */
  private static final Pattern KEPT =
      Pattern.compile(
          "(?<!create\\()(?<!create\\(\\s)(?<![\\w$.])"
              + BUILT_IN
              + "\\s{0,20}\\.\\s{0,20}(?:prototype|__proto__)(?!\\s{0,20}[\\w.\\[)])"
              + "|delete\\s{1,20}"
              + BUILT_IN
              + "\\b|__define[GS]etter__");

  private IntrinsicChanges() {}

  static boolean occurIn(String script) {
    return ASSIGNED.matcher(script).find()
        || HANDED.matcher(script).find()
        || KEPT.matcher(script).find();
  }
}
