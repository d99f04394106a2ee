package dev.sluice.api.node;

import dev.sluice.api.meter.Measure;
import java.util.List;

/**
 * A type of node: what the compiler asks when it meets a node of that type in a flow. Found by
 * {@link java.util.ServiceLoader} or given to the engine's builder; must be safe for many threads.
 *
 * <p>A type that holds resources may implement {@link AutoCloseable}; the engine closes it when it
 * closes.
 *
 * @param <C> the node's configuration: a record whose components are named as the config fields
 *     are. Components of the types {@link dev.sluice.api.language.StringTemplate}, {@link
 *     dev.sluice.api.language.Expression}, {@link dev.sluice.api.language.JsonTemplate} and {@link
 *     dev.sluice.api.payload.PayloadPath} are compiled; text, numbers, booleans, enums (by their
 *     constant in lower camel case), lists, nested records and {@link dev.sluice.api.payload.Value}
 *     are bound as they are. A component that is {@code @Nullable} is optional, any other is
 *     required unless it has a {@link Default}.
 */
public interface NodeType<C extends Record> {
  /**
   * What the type is called, where it may be used and how it is shown.
   *
   * @return the same description every time
   */
  NodeDescription description();

  /**
   * The class of the configuration record.
   *
   * @return a record class
   */
  Class<C> configType();

  /**
   * The outputs of a node with a given configuration; by default those of the description.
   *
   * @param config the node's configuration
   * @return its outputs
   */
  default Outputs outputs(C config) {
    return description().outputs();
  }

  /**
   * Makes the action of one node, once, when its flow is compiled. What can be worked out from the
   * configuration is worked out here and not when the node runs.
   *
   * @param config the node's configuration, already checked
   * @param binding the node, and what compiles more of its fields
   * @return what the node does; run by many threads at the same time
   * @throws InvalidConfigException if the configuration makes no sense as a whole
   */
  NodeAction bind(C config, NodeBinding binding);

  /**
   * What can be measured of that which all nodes of the type share, such as a pool of threads.
   *
   * @return the measures, asked for once an engine; none by default
   */
  default List<Measure> measures() {
    return List.of();
  }
}
