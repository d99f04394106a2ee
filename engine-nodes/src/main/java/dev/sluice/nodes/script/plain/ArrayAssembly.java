package dev.sluice.nodes.script.plain;

import java.util.ArrayList;
import java.util.List;

/** An array of items and of the items of other arrays. */
record ArrayAssembly(Expression[] parts) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    List<Object> items = new ArrayList<>();
    for (Expression part : parts) {
      Object operand = part.evaluate(frame);
      if (!(part instanceof Spread)) {
        items.add(operand);
        continue;
      }
      if (!(operand instanceof ArrayDraft array)) {
        throw new DoubtException();
      }
      frame.spend(array.length());
      for (int i = 0; i < array.length(); i++) {
        items.add(array.get(i));
      }
    }
    return new ArrayDraft(items.toArray());
  }
}
