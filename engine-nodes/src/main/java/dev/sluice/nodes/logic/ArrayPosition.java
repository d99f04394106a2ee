package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;

/** A position in an array, as a template gives it; a negative one counts from the end. */
record ArrayPosition(StringTemplate template) {
  /**
   * The position from the start.
   *
   * @return a whole number, negative or not below the size where nothing is
   * @throws NodeException if the template does not give a number
   */
  long resolve(int size, Payload payload) {
    long position = number(payload);
    return position < 0 ? position + size : position;
  }

  /** The position from the start, brought into the array's bounds. */
  int clamp(int size, Payload payload) {
    return (int) Math.clamp(resolve(size, payload), 0L, size);
  }

  /** The same, where a blank template stands for a given position. */
  int clampOr(int otherwise, int size, Payload payload) {
    return template.render(payload).isBlank() ? otherwise : clamp(size, payload);
  }

  private long number(Payload payload) {
    String text = template.render(payload);
    double number = text.isBlank() ? Double.NaN : Value.of(text).toNumber();
    if (Double.isNaN(number)) {
      throw new NodeException(
          "ValidationError", "The index into the array must be a number, not \"" + text + "\"");
    }
    // Narrowed to an int first, which keeps what is far out of bounds there.
    return (int) number;
  }
}
