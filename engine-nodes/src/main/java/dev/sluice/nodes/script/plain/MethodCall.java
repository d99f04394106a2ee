package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;

/** A call of a method that a string, a number or an array has from the language. */
record MethodCall(Expression owner, Method method, Expression[] arguments) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    Object base = owner.evaluate(frame);
    if (base == Chain.CUT) {
      return base;
    }
    Operands operands = Operands.of(arguments, frame);
    return switch (base) {
      case StringValue string -> TextMethods.call(method, string.text(), operands, frame);
      case ArrayDraft array -> ArrayMethods.call(method, array, operands, frame);
      case NumberValue number -> NumberMethods.call(method, number.number(), operands, frame);
      default -> throw new DoubtException();
    };
  }
}
