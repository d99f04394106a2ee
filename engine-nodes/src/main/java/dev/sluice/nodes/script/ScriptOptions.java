package dev.sluice.nodes.script;

/**
 * How a script is compiled and what it may use.
 *
 * @param name what the script is called in messages
 * @param dialect what it may use beside the language
 * @param maximumAllocatedBytes how many bytes one run may allocate, garbage included
 * @param maximumOutputSize how many characters, of strings and keys, and elements the result may
 *     have together
 * @param maximumOutputDepth how deep the result may be nested
 */
public record ScriptOptions(
    String name,
    ScriptDialect dialect,
    long maximumAllocatedBytes,
    int maximumOutputSize,
    int maximumOutputDepth) {
  private static final ScriptOptions DEFAULTS =
      new ScriptOptions("script", ScriptDialect.PLAIN, 256L << 20, 32 << 20, 500);

  /**
   * Options.
   *
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ScriptOptions {
    if (maximumAllocatedBytes <= 0 || maximumOutputSize <= 0 || maximumOutputDepth <= 0) {
      throw new IllegalArgumentException("Every limit of a script must be positive");
    }
  }

  /**
   * The usual options.
   *
   * @return 256 MiB to allocate, 33,554,432 characters and elements of output, 500 levels of it
   */
  public static ScriptOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options for another dialect.
   *
   * @param other what the script may use beside the language
   * @return the options
   */
  public ScriptOptions of(ScriptDialect other) {
    return new ScriptOptions(
        name, other, maximumAllocatedBytes, maximumOutputSize, maximumOutputDepth);
  }
}
