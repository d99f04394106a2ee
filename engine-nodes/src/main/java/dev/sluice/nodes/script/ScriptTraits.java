package dev.sluice.nodes.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a script says about it, read without parsing. Each trait errs to the safe side:
 * it is claimed only where no script of such a text can do otherwise.
 *
 * @param changesIntrinsics whether it seems to change what the language provides
 * @param readsPayload whether it may look at its payload
 * @param replacesPayload whether it may assign the variable {@code payload}
 * @param reachesOut whether it may reach anything but its payload
 * @param suitsCaller whether a run may be tried on the thread that asks for it: the script cannot
 *     tell how much stack there is, and makes no use of what is missing there
 */
record ScriptTraits(
    boolean changesIntrinsics,
    boolean readsPayload,
    boolean replacesPayload,
    boolean reachesOut,
    boolean suitsCaller) {
  /** Ways to come by a variable without its name, and names with escapes in them. */
  private static final Pattern INDIRECT = Pattern.compile("arguments|eval|\\\\u");

  /** The payload where it is not just what a property is read from or written to. */
  private static final Pattern WHOLE_PAYLOAD = Pattern.compile("payload(?![.\\[])");

  /**
   * A piece of a script that names only its payload and members of that, and calls nothing. What is
   * not in here is what could name, make or call anything else: brackets, escapes, other words.
   */
  private static final Pattern PIECE_WITHIN_PAYLOAD =
      Pattern.compile(
          "\\s++|(?:payload|return|true|false|null)\\b|\\.\\s*+[A-Za-z_$][\\w$]*+|\\d[\\d.]*+"
              + "|'[^'\\\\\n\r]*+'|\"[^\"\\\\\n\r]*+\"|[-+*/%<>=!&|?:;,]++");

  /**
   * Whoever catches can tell an overflow of a small stack from the lack of one. Huge integers and
   * code made from text are not to be had on a caller's thread.
   */
  private static final Pattern UNSUITED =
      Pattern.compile(
          "catch|finally|async|await|Promise|BigInt|[0-9a-fA-F_]n\\b|eval|Function|import|constructor"
              + "|\\brequire\\b|\\\\u");

  static ScriptTraits of(String script) {
    boolean indirect = INDIRECT.matcher(script).find();
    Matcher whole = WHOLE_PAYLOAD.matcher(script);
    boolean changesIntrinsics = IntrinsicChanges.occurIn(script);
    return new ScriptTraits(
        changesIntrinsics,
        indirect || script.contains("payload"),
        indirect || whole.find(),
        reachesOut(script),
        !changesIntrinsics && !UNSUITED.matcher(script).find());
  }

  private static boolean reachesOut(String script) {
    Matcher piece = PIECE_WITHIN_PAYLOAD.matcher(script).useTransparentBounds(true);
    int at = 0;
    while (at < script.length()) {
      if (!piece.region(at, script.length()).lookingAt()) {
        return true;
      }
      at = piece.end();
    }
    return false;
  }
}
