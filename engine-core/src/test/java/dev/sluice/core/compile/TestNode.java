package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import java.util.List;
import java.util.Set;

/** A node type made of what a test needs it to be. */
record TestNode<C extends Record>(
    NodeDescription description, Class<C> configType, Binder<C> binder) implements NodeType<C> {
  static final NodeAction FIRST = node -> 0;

  /** What is done with a configuration. */
  @FunctionalInterface
  interface Binder<C> {
    NodeAction bind(C config, NodeBinding binding);
  }

  /** A configuration without fields. */
  record Empty() {}

  static TestNode<Empty> of(NodeDescription description) {
    return new TestNode<>(description, Empty.class, (config, binding) -> FIRST);
  }

  static TestNode<Empty> of(String type, Outputs outputs) {
    return of(
        NodeDescription.of(type, type)
            .flowClasses(Set.of(FlowClass.values()))
            .outputs(outputs)
            .build());
  }

  /** Types named and wired as those of the flow format, all of which do nothing. */
  static List<NodeType<?>> standard() {
    return List.of(
        of("MutateNode", Outputs.next()),
        of("ConditionalNode", Outputs.branch()),
        of("AnnotationNode", Outputs.none()),
        of("LoopNode", new Outputs(List.of("after", "body"), 1)),
        of("LoopCapNode", Outputs.none()),
        of("CustomNodeCapNode", Outputs.none()),
        of(NodeDescription.of("DelayNode", "delay").waits().build()));
  }

  @Override
  public NodeAction bind(C config, NodeBinding binding) {
    return binder.bind(config, binding);
  }
}
