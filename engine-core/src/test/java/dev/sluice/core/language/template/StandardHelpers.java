package dev.sluice.core.language.template;

import dev.sluice.core.language.template.helper.HelperLibrary;
import java.util.List;
import java.util.stream.Stream;

/** The names of all helpers that templates can call, the language's own included. */
public final class StandardHelpers {
  private static final List<String> BUILT_IN =
      List.of("if", "unless", "each", "with", "lookup", "log");

  private StandardHelpers() {}

  /** The names in alphabetical order. */
  public static List<String> names() {
    return Stream.concat(
            BUILT_IN.stream(), new HelperLibrary(new StandardFormats()).names().stream())
        .sorted()
        .toList();
  }
}
