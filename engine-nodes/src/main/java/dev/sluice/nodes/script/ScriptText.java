package dev.sluice.nodes.script;

import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/**
 * A script's text and the program made of it: a function that makes the function whose body the
 * script is, anew for each run. It takes a function to give a way to read the variable {@code
 * payload} to, and for edge flows {@code require}.
 */
final class ScriptText {
  /** How the body of a script is parsed. */
  enum Form {
    SYNCHRONOUS,
    ASYNCHRONOUS
  }

  private final String body;
  private final ScriptDialect dialect;
  private final Form form;
  private final ScriptTraits traits;
  private final String prefix;
  private final Source program;

  ScriptText(String body, String name, ScriptDialect dialect, Form form) {
    this.body = body;
    this.dialect = dialect;
    this.form = form;
    this.traits = ScriptTraits.of(body);
    String capture = unusedName(body);
    // The directive must stay the first statement to count.
    this.prefix =
        "(function("
            + capture
            + (dialect == ScriptDialect.EDGE ? ",require" : "")
            + "){return "
            + (form == Form.ASYNCHRONOUS ? "async " : "")
            + "function(payload){"
            + (isStrict(body) ? "'use strict';" : "")
            + (traits.replacesPayload() ? capture + "(()=>payload);" : "");
    this.program =
        Source.newBuilder("js", prefix + body + "\n}})", name).cached(true).buildLiteral();
  }

  /** A name that the script cannot mean: more dollar signs than it has in a row anywhere. */
  private static String unusedName(String body) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < body.length(); i++) {
      run = body.charAt(i) == '$' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "$".repeat(longest + 1);
  }

  private static boolean isStrict(String body) {
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at);
      int end = at;
      if (body.startsWith("//", at)) {
        end = lineEnd(body, at);
      } else if (body.startsWith("/*", at)) {
        end = body.indexOf("*/", at + 2) + 1;
      } else if (!Character.isWhitespace(c) && c != '\uFEFF' && c != '\u00A0' && c != ';') {
        return body.startsWith("'use strict'", at) || body.startsWith("\"use strict\"", at);
      }
      if (end < at || c == ';') {
        return false;
      }
      at = end + 1;
    }
    return false;
  }

  private static int lineEnd(String body, int from) {
    int end = from;
    while (end < body.length() && !isLineEnd(body.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  Source program() {
    return program;
  }

  String body() {
    return body;
  }

  ScriptDialect dialect() {
    return dialect;
  }

  boolean isAsynchronous() {
    return form == Form.ASYNCHRONOUS;
  }

  ScriptTraits traits() {
    return traits;
  }

  /** Where in the script a section of the program begins, or nowhere if it is not of the script. */
  Position position(SourceSection section) {
    if (!section.getSource().equals(program) || !section.hasCharIndex()) {
      return Position.NOWHERE;
    }
    int offset = section.getCharIndex() - prefix.length();
    if (offset < 0 || offset > body.length()) {
      return offset < 0 ? Position.NOWHERE : positionAt(body.length());
    }
    return positionAt(offset);
  }

  /** The offset of a place given by line and column, 0 if it is nowhere. */
  int offset(int line, int column) {
    int at = 0;
    for (int current = 1; current < line; current++) {
      int end = lineEnd(body, at);
      boolean crLf = body.startsWith("\r\n", end);
      at = Math.min(body.length(), end + (crLf ? 2 : 1));
    }
    return line == 0 ? 0 : Math.min(body.length(), at + column - 1);
  }

  private Position positionAt(int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      char c = body.charAt(i);
      boolean crBeforeLf = c == '\r' && i + 1 < body.length() && body.charAt(i + 1) == '\n';
      if (isLineEnd(c) && !crBeforeLf) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, offset - lineStart + 1, offset);
  }

  /**
   * A place in a script.
   *
   * @param line from 1, or 0 for nowhere
   * @param column from 1, or 0 for nowhere
   * @param offset from 0
   */
  record Position(int line, int column, int offset) {
    static final Position NOWHERE = new Position(0, 0, 0);
  }
}
