package dev.sluice.api.language;

import java.util.function.Predicate;

/**
 * The flow format's regular expressions. They are searched for in time linear to the text, so that
 * both may come from anyone. Immutable and safe for many threads.
 *
 * <p>Source of the semantics: JavaScript's regular expressions, less what only backtracking can
 * match: references back and looks ahead or behind.
 */
@FunctionalInterface
public interface TextPatterns {
  /**
   * Compiles a regular expression.
   *
   * @param source the expression, without slashes around it
   * @return tells of a text whether it contains a match; safe for many threads
   * @throws EvaluationException if the expression is none, is not supported, or would be too large
   */
  Predicate<String> compile(String source);
}
