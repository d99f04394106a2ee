package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;

/** Texts with values between them, one less. */
record Template(String[] texts, Expression[] values) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    StringBuilder text = new StringBuilder(texts[0]);
    for (int i = 0; i < values.length; i++) {
      text.append(Coercion.text(values[i].evaluate(frame))).append(texts[i + 1]);
    }
    frame.spend(text.length());
    return Value.of(text.toString());
  }
}
