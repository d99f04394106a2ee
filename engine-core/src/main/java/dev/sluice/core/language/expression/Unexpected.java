package dev.sluice.core.language.expression;

import dev.sluice.api.language.SyntaxException;

/**
 * Words the failures of the expression's syntax alike: what was found, where, what was expected.
 */
final class Unexpected {
  private Unexpected() {}

  static SyntaxException at(int offset, String found, String expected) {
    return new SyntaxException(
        "Found " + found + " at offset " + offset + ", expected " + expected, offset);
  }
}
