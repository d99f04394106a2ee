package dev.sluice.bench.report;

import java.util.Locale;

/** Names of code as words. */
final class Words {
  private Words() {}

  /** The words that a name in camel case is made of. */
  static String of(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
