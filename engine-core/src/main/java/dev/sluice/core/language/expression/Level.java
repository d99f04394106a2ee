package dev.sluice.core.language.expression;

/**
 * How tightly an operator with two sides binds, the loosest first. All of them join to the left.
 */
enum Level {
  OR,
  AND,
  EQUALITY,
  RELATION,
  SHIFT,
  SUM,
  PRODUCT;

  boolean bindsAtLeast(Level other) {
    return compareTo(other) >= 0;
  }

  /** The next tighter level. The tightest is its own: what follows it are single operands. */
  Level tighter() {
    return switch (this) {
      case OR -> AND;
      case AND -> EQUALITY;
      case EQUALITY -> RELATION;
      case RELATION -> SHIFT;
      case SHIFT -> SUM;
      case SUM, PRODUCT -> PRODUCT;
    };
  }
}
