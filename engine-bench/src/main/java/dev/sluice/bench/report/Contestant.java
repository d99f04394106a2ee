package dev.sluice.bench.report;

import java.util.Arrays;
import java.util.Optional;

/** Who runs a reference flow: the methods of its benchmark. */
enum Contestant {
  SLUICE("sluice", "Sluice"),
  BY_HAND("byHand", "by hand"),
  CAMEL("camel", "Camel, lambdas"),
  CAMEL_SIMPLE("camelSimple", "Camel, simple language"),
  LITE_FLOW("liteFlow", "LiteFlow"),
  NODE_RED("nodeRed", "Node-RED");

  private final String method;
  private final String label;

  Contestant(String method, String label) {
    this.method = method;
    this.label = label;
  }

  /** The one that a method measures, if it is one's. */
  static Optional<Contestant> of(String method) {
    return Arrays.stream(values()).filter(each -> each.method.equals(method)).findFirst();
  }

  String method() {
    return method;
  }

  String label() {
    return label;
  }
}
