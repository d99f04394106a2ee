package dev.sluice.api.node;

import dev.sluice.api.flow.FlowClass;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a node type is called, where it may be used and how it is shown.
 *
 * @param type the type as it is written in flows, such as {@code MutateNode}
 * @param name the name in {@code meta.name}, such as {@code mutate}
 * @param category the section of the palette, such as {@code logic}
 * @param label the label shown to people, such as {@code Mutate}
 * @param description what the node does, in a sentence
 * @param flowClasses the classes of flows it may be used in
 * @param minimumAgentVersion the first agent version that has it on edge, or null if any has
 * @param outputs its outputs, unless they depend on the configuration
 * @param waits whether the node may wait for something outside the run, so that branches beside it
 *     should not wait for it
 */
public record NodeDescription(
    String type,
    String name,
    String category,
    String label,
    String description,
    Set<FlowClass> flowClasses,
    @Nullable String minimumAgentVersion,
    Outputs outputs,
    boolean waits) {
  /** A description; the set of classes is copied. */
  public NodeDescription {
    flowClasses = Set.copyOf(flowClasses);
  }

  /**
   * A builder. What is not set: category {@code logic}, the words of the name as label, no
   * description, every flow class but embedded, one output, no waiting.
   *
   * @param type the type as it is written in flows
   * @param name the name in {@code meta.name}
   * @return the builder
   */
  public static Builder of(String type, String name) {
    return new Builder(type, name);
  }

  /** Builds a description. Not safe for use by several threads. */
  public static final class Builder {
    private final String type;
    private final String name;
    private String category = "logic";
    private String label;
    private String description = "";
    private Set<FlowClass> flowClasses = EnumSet.complementOf(EnumSet.of(FlowClass.EMBEDDED));
    private @Nullable String minimumAgentVersion;
    private Outputs outputs = Outputs.next();
    private boolean waits;

    private Builder(String type, String name) {
      this.type = type;
      this.name = name;
      this.label = words(name);
    }

    /** {@code random-number} as people write it: Random Number. */
    private static String words(String name) {
      StringJoiner words = new StringJoiner(" ");
      for (String word : name.split("-")) {
        if (!word.isEmpty()) {
          words.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
      }
      return words.toString();
    }

    /**
     * Sets the section of the palette.
     *
     * @param category such as {@code logic}
     * @return this
     */
    public Builder category(String category) {
      this.category = category;
      return this;
    }

    /**
     * Sets the label shown to people.
     *
     * @param label such as {@code Mutate}
     * @return this
     */
    public Builder label(String label) {
      this.label = label;
      return this;
    }

    /**
     * Sets what the node does.
     *
     * @param description one sentence
     * @return this
     */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /**
     * Sets the classes of flows the node may be used in.
     *
     * @param flowClasses at least one
     * @return this
     */
    public Builder flowClasses(Set<FlowClass> flowClasses) {
      this.flowClasses = flowClasses;
      return this;
    }

    /**
     * Sets the first agent version that has the node on edge.
     *
     * @param version such as {@code 1.21.0}
     * @return this
     */
    public Builder minimumAgentVersion(String version) {
      this.minimumAgentVersion = version;
      return this;
    }

    /**
     * Sets the outputs.
     *
     * @param outputs the outputs
     * @return this
     */
    public Builder outputs(Outputs outputs) {
      this.outputs = outputs;
      return this;
    }

    /**
     * Says that the node may wait for something outside the run.
     *
     * @return this
     */
    public Builder waits() {
      this.waits = true;
      return this;
    }

    /**
     * The description.
     *
     * @return what was set
     */
    public NodeDescription build() {
      return new NodeDescription(
          type,
          name,
          category,
          label,
          description,
          flowClasses,
          minimumAgentVersion,
          outputs,
          waits);
    }
  }
}
