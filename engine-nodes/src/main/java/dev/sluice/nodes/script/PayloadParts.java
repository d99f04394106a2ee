package dev.sluice.nodes.script;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a payload that did not cross into a script with it. The script's sandbox comes for
 * those that are touched; the others come out as they went in, without having been in.
 */
final class PayloadParts {
  /** How deep a payload may be nested to be given to a script. */
  static final int MAXIMUM_DEPTH = 1000;

  private final List<Part> parts = new ArrayList<>(0);
  private int sizeLeft;
  private String patches = "";

  private static final class Part {
    private final Value value;
    private final int depth;
    private boolean referred;

    Part(Value value, int depth) {
      this.value = value;
      this.depth = depth;
    }
  }

  /**
   * No parts yet.
   *
   * @param maximumSize how many characters and elements parts that come out more than once may have
   */
  PayloadParts(int maximumSize) {
    this.sizeLeft = maximumSize;
  }

  /** Takes a part that lies at a depth, and gives its number. */
  int add(Value value, int depth) {
    parts.add(new Part(value, depth));
    return parts.size() - 1;
  }

  /** The JSON of a part. What JSON cannot say of it are the {@link #patches()} from now on. */
  String load(int number) {
    Part part = parts.get(number);
    PayloadText text = PayloadText.of(part.value, this, part.depth);
    patches = text.patches();
    return text.json();
  }

  String patches() {
    return patches;
  }

  /** A part by its number. */
  Value get(int number) {
    return parts.get(number).value;
  }

  /**
   * The part that a result refers to.
   *
   * @param number the part
   * @param depth how deep the result has it
   * @param maximumDepth how deep the result may be nested
   */
  Value refer(int number, int depth, int maximumDepth) {
    Part part = parts.get(number);
    if (depth > part.depth && !fits(part.value, maximumDepth - depth)) {
      throw new PayloadLimitException(
          "The result is nested more than " + maximumDepth + " levels deep");
    }
    if (part.referred) {
      // Once it comes for nothing; a result that repeats it could be of any size.
      sizeLeft = charge(part.value, sizeLeft);
    }
    part.referred = true;
    return part.value;
  }

  private static boolean fits(Value value, int levels) {
    switch (value) {
      case ObjectValue object -> {
        boolean fits = levels > 0;
        for (int i = 0; fits && i < object.size(); i++) {
          fits = fits(object.valueAt(i), levels - 1);
        }
        return fits;
      }
      case ArrayValue array -> {
        boolean fits = levels > 0;
        for (int i = 0; fits && i < array.size(); i++) {
          fits = fits(array.get(i), levels - 1);
        }
        return fits;
      }
      default -> {
        return true;
      }
    }
  }

  private static int charge(Value value, int allowance) {
    int left = allowance - 1;
    switch (value) {
      case StringValue string -> left -= string.text().length();
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          left = charge(object.valueAt(i), left - object.keyAt(i).length());
        }
      }
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          left = charge(array.get(i), left);
        }
      }
      default -> {}
    }
    if (left < 0) {
      throw new PayloadLimitException("The result is too large: it repeats parts of the payload");
    }
    return left;
  }
}
