package dev.sluice.core.language.template;

import org.jspecify.annotations.Nullable;

/** A part of a template as it was parsed. */
sealed interface Node {
  /**
   * Which sides of a tag lose their white space.
   *
   * @param before whether a tilde follows the opening braces
   * @param after whether a tilde precedes the closing braces
   */
  record Strip(boolean before, boolean after) {
    static final Strip NONE = new Strip(false, false);
  }

  /** Text. What stripping leaves of it changes until the tree is complete. */
  final class Text implements Node {
    final String original;
    String value;
    boolean startStripped;
    boolean endStripped;

    Text(String original) {
      this.original = original;
      this.value = original;
    }
  }

  /** A comment. */
  record Comment(Strip strip) implements Node {}

  /** A reference or an inline call. */
  record Mustache(Syntax.Call call, boolean escaped, Strip strip) implements Node {}

  /**
   * A block.
   *
   * @param program what is rendered if the condition holds; absent from an inverted block
   * @param inverse what is rendered otherwise
   * @param inverseStrip the strip of the {@code else} between the two
   */
  record Block(
      Syntax.Call call,
      @Nullable Program program,
      @Nullable Program inverse,
      Strip openStrip,
      Strip inverseStrip,
      Strip closeStrip)
      implements Node {
    /** The first of the two that is there. */
    Program first() {
      if (program != null) {
        return program;
      }
      if (inverse != null) {
        return inverse;
      }
      throw new IllegalStateException("A block has neither a program nor an inverse");
    }
  }
}
