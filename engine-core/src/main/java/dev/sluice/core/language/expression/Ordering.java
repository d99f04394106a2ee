package dev.sluice.core.language.expression;

/** How two values are ordered. */
public enum Ordering {
  /** The left one is less. */
  LESS,
  /** Neither is less. */
  EQUAL,
  /** The left one is greater. */
  GREATER,
  /** They cannot be ordered: one of them has no number. Every comparison of them is false. */
  UNORDERED
}
