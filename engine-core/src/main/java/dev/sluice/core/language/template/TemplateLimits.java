package dev.sluice.core.language.template;

/**
 * What one template may cost.
 *
 * @param maxOutput the longest text one rendering may give, in UTF-16 units
 * @param maxSteps how many elements one rendering may evaluate
 * @param maxNesting how deep blocks and sub-expressions may be nested
 */
public record TemplateLimits(int maxOutput, long maxSteps, int maxNesting) {
  /** Checks that every limit leaves room for something. */
  public TemplateLimits {
    if (maxOutput < 1 || maxSteps < 1 || maxNesting < 1) {
      throw new IllegalArgumentException("A template limit must be positive");
    }
  }

  /**
   * Limits that no honest template meets.
   *
   * @return 16 Mi units of output, 10 million steps, 100 levels
   */
  public static TemplateLimits defaults() {
    return new TemplateLimits(16 * 1024 * 1024, 10_000_000, 100);
  }
}
