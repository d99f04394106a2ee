package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;

/** What a function is called with. */
record Operands(Object[] all) {
  static Operands of(Expression[] arguments, Frame frame) {
    frame.spend(1);
    Object[] all = new Object[arguments.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = arguments[i].evaluate(frame);
    }
    return new Operands(all);
  }

  int count() {
    return all.length;
  }

  Object get(int position) {
    return position < all.length ? all[position] : Value.undefined();
  }

  double number(int position) {
    return Coercion.number(get(position));
  }

  /** A text that is one already. */
  String text(int position) {
    if (get(position) instanceof StringValue string) {
      return string.text();
    }
    throw new DoubtException();
  }

  /** A whole number that is one already, or a number for none. */
  int integer(int position, int otherwise) {
    Object operand = get(position);
    if (operand instanceof UndefinedValue) {
      return otherwise;
    }
    if (operand instanceof NumberValue number && number.number() == (int) number.number()) {
      return (int) number.number();
    }
    throw new DoubtException();
  }
}
