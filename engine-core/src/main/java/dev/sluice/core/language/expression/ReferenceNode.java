package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;

/**
 * What is at a path. Most parts are no more than that, so whoever evaluates parts asks here: to
 * look at the class first costs less than a call that could go to any class.
 */
record ReferenceNode(PayloadPath path) implements Node {
  /** The value of a part. */
  static Value evaluate(Node node, Payload payload) {
    return node instanceof ReferenceNode reference
        ? payload.follow(reference.path)
        : node.evaluate(payload);
  }

  /** The value of a part as a number. */
  static double number(Node node, Payload payload) {
    if (node instanceof ReferenceNode reference) {
      Value value = payload.follow(reference.path);
      return value instanceof NumberValue number ? number.number() : value.toNumber();
    }
    return node.number(payload);
  }

  @Override
  public Value evaluate(Payload payload) {
    return payload.follow(path);
  }
}
