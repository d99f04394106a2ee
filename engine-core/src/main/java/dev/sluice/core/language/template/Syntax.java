package dev.sluice.core.language.template;

import dev.sluice.api.payload.Value;
import java.util.List;

/** What may stand where a value is wanted. */
sealed interface Syntax {
  /** Where it starts in the source. */
  int offset();

  /**
   * A way to a value.
   *
   * @param data whether it starts at the data of the surrounding blocks, as {@code @index} does
   * @param depth how many contexts up it starts
   * @param keys the steps from there, none for the context itself
   * @param original how it was written, without brackets
   */
  record Path(boolean data, int depth, List<String> keys, String original, int offset)
      implements Syntax {
    /** Whether this may name a helper or a block parameter: one key and nothing that scopes it. */
    boolean isSimple() {
      return keys.size() == 1 && depth == 0 && !isScoped();
    }

    /** Whether it was written to start at a context: with a dot, or with "this" ending a word. */
    boolean isScoped() {
      if (original.startsWith(".")) {
        return true;
      }
      for (int at = original.indexOf("this"); at >= 0; at = original.indexOf("this", at + 1)) {
        if (at + 4 == original.length() || !isWordCharacter(original.charAt(at + 4))) {
          return true;
        }
      }
      return false;
    }

    private static boolean isWordCharacter(char c) {
      return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
  }

  /** A value that is written out. */
  record Literal(Value value, int offset) implements Syntax {
    /** The path that a literal stands for where something is called or printed. */
    Path asPath() {
      String name = value.toText();
      return new Path(false, 0, List.of(name), name, offset);
    }
  }

  /** A call in parentheses. */
  record Nested(Call call, int offset) implements Syntax {}

  /** A named argument. */
  record Named(String name, Syntax value) {}

  /**
   * Something with its arguments: the head of a mustache or a block.
   *
   * @param target a path or a literal
   */
  record Call(Syntax target, List<Syntax> arguments, List<Named> hash) {
    Path path() {
      return switch (target) {
        case Path path -> path;
        case Literal literal -> literal.asPath();
        case Nested nested -> nested.call().path();
      };
    }

    boolean hasArguments() {
      return !arguments.isEmpty() || !hash.isEmpty();
    }
  }
}
