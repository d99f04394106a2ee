package dev.sluice.bench.flow;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Threshold alert by hand, its math in JavaScript: one context, and a function that stays in it.
 */
final class PlainWithJs extends PlainThreshold {
  private final Context context = Context.create("js");
  private final Value conversion =
      context.eval("js", "(function (fahrenheit) { return (fahrenheit - 32) * 5 / 9; })");

  PlainWithJs() {
    super("function");
  }

  @Override
  double celsius(double fahrenheit) {
    return conversion.execute(fahrenheit).asDouble();
  }

  @Override
  public void close() {
    context.close();
  }
}
