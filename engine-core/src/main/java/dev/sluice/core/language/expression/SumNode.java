package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three or more parts added and subtracted from left to right. Texts are gathered in one buffer: a
 * chain that joins many of them takes time in proportion to the result.
 */
record SumNode(Node first, List<Arithmetic> operators, List<Node> others) implements Node {
  SumNode {
    operators = List.copyOf(operators);
    others = List.copyOf(others);
  }

  @Override
  public Value evaluate(Payload payload) {
    Value start = first.evaluate(payload);
    Value second = others.getFirst().evaluate(payload);
    double number = 0;
    @Nullable StringBuilder text = null;
    if (operators.getFirst() == Arithmetic.SUBTRACT) {
      number = start.toNumber() - second.toNumber();
    } else if (Coercion.addsAsText(start) || Coercion.addsAsText(second)) {
      text = append(new StringBuilder(start.toText()), second);
    } else {
      number = start.toNumber() + second.toNumber();
    }
    for (int i = 1; i < others.size(); i++) {
      Value next = others.get(i).evaluate(payload);
      if (operators.get(i) == Arithmetic.SUBTRACT) {
        number = (text == null ? number : toNumber(text)) - next.toNumber();
        text = null;
      } else if (text != null) {
        append(text, next);
      } else if (Coercion.addsAsText(next)) {
        text = append(new StringBuilder(NumberValue.of(number).toText()), next);
      } else {
        number += next.toNumber();
      }
    }
    return text == null ? NumberValue.of(number) : StringValue.of(text.toString());
  }

  private static double toNumber(StringBuilder text) {
    return StringValue.of(text.toString()).toNumber();
  }

  private static StringBuilder append(StringBuilder text, Value value) {
    String end = value.toText();
    Coercion.checkTextLength((long) text.length() + end.length());
    return text.append(end);
  }
}
