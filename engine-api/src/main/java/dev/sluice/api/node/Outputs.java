package dev.sluice.api.node;

import java.util.List;

/**
 * The outputs of a node: their names in order, and which of them, if any, starts a body that the
 * node itself runs.
 *
 * @param names the names of the outputs, the first being the one that is followed by default
 * @param body the index of the output that starts the body, or -1 if there is none
 */
public record Outputs(List<String> names, int body) {
  private static final Outputs NONE = new Outputs(List.of(), -1);
  private static final Outputs NEXT = of("next");
  private static final Outputs BRANCH = of("false", "true");

  /**
   * Outputs.
   *
   * @param names the names of the outputs
   * @param body the index of the output that starts the body, or -1
   * @throws IllegalArgumentException if there is no output of the body's index
   */
  public Outputs {
    names = List.copyOf(names);
    if (body < -1 || body >= names.size()) {
      throw new IllegalArgumentException("No output " + body + " among " + names);
    }
  }

  /**
   * The outputs of a node that ends its path.
   *
   * @return no outputs
   */
  public static Outputs none() {
    return NONE;
  }

  /**
   * The outputs of a node that goes on.
   *
   * @return one output
   */
  public static Outputs next() {
    return NEXT;
  }

  /**
   * The outputs of a node that decides.
   *
   * @return false, then true
   */
  public static Outputs branch() {
    return BRANCH;
  }

  /**
   * Named outputs.
   *
   * @param names the names in order
   * @return the outputs
   */
  public static Outputs of(String... names) {
    return new Outputs(List.of(names), -1);
  }

  /**
   * The number of outputs.
   *
   * @return 0 or more
   */
  public int count() {
    return names.size();
  }
}
