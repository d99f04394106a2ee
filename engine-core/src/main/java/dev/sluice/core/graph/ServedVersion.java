package dev.sluice.core.graph;

import dev.sluice.api.flow.FlowClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow version in service: what has to be known of it to find what fires it, and its graph, which
 * may only be made when it is needed.
 */
public interface ServedVersion {
  /** The flow's id. */
  String flowId();

  /** The flow's name. */
  String name();

  /** The version's name. */
  String version();

  /** The version's id, if it has one. */
  @Nullable String versionId();

  /** The flow's class. */
  FlowClass flowClass();

  /** Whether its triggers fire. */
  boolean enabled();

  /** Its triggers, in the order of those of its graph. */
  List<? extends ServedTrigger> triggers();

  /**
   * Its graph.
   *
   * @throws dev.sluice.api.flow.InvalidFlowException if it does not compile
   */
  CompiledFlow graph();
}
