package dev.sluice.api.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a flow runs, which decides what triggers and nodes it may have. */
public enum FlowClass {
  /** An application flow. */
  CLOUD("cloud", "Application"),
  /** A flow behind an experience's endpoints. */
  EXPERIENCE("experience", "Experience"),
  /** A flow on a gateway. */
  EDGE("edge", "Edge"),
  /** A flow compiled into a device. */
  EMBEDDED("embedded", "Embedded"),
  /** A custom node: a flow that other flows call as a node. */
  CUSTOM_NODE("customNode", "Custom Node");

  private final String key;
  private final String label;

  FlowClass(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /**
   * The class as it is written in a flow.
   *
   * @return such as {@code customNode}
   */
  public String key() {
    return key;
  }

  /**
   * The class as it is shown to people.
   *
   * @return such as {@code Custom Node}
   */
  public String label() {
    return label;
  }

  /**
   * Whether flows of the class run on a device, which has published versions only and whose runs
   * are told apart by it.
   *
   * @return true for edge and embedded
   */
  public boolean runsOnDevice() {
    return this == EDGE || this == EMBEDDED;
  }

  /**
   * The class written in a flow.
   *
   * @param key such as {@code customNode}
   * @return the class, empty if there is none of that key
   */
  public static Optional<FlowClass> ofKey(String key) {
    for (FlowClass flowClass : values()) {
      if (flowClass.key.equals(key)) {
        return Optional.of(flowClass);
      }
    }
    return Optional.empty();
  }

  static String keys() {
    return Arrays.stream(values()).map(FlowClass::key).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return key;
  }
}
