package dev.sluice.core.language.template.helper;

/** Accounts for work, so that no template takes more than it may. */
@FunctionalInterface
public interface Meter {
  /**
   * Accounts for work before it is done.
   *
   * @param steps in units of about one evaluated element
   * @throws dev.sluice.api.language.EvaluationException if that is more than is left
   */
  void charge(long steps);
}
