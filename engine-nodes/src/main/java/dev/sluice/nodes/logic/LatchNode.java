package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.nodes.storage.NodeMemory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes its true way once when an expression becomes true, and not again before another expression
 * has reset it.
 */
public final class LatchNode implements NodeType<LatchNode.Config> {
  private static final int FALSE = 0;
  private static final int TRUE = 1;

  record Config(
      @Description("What must become true to take the true way.")
          @Nullable Expression latchExpression,
      @Description("What must be true before that can happen again.")
          @Nullable Expression resetExpression,
      @Description("Tells apart the things that are latched, such as devices.") @Default("")
          StringTemplate latchIdTemplate,
      @Description("Where to put the result of the first expression.")
          @Nullable PayloadPath latchResultPath,
      @Description("Where to put the result of the second expression.")
          @Nullable PayloadPath resetResultPath,
      @Description("Where to put whether it was latched before.")
          @Nullable PayloadPath wasLatchedPath,
      @Description("Where to put whether it is latched now.") @Nullable PayloadPath isLatchedPath,
      @Description("Where to put whether the true way is taken.")
          @Nullable PayloadPath branchPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("LatchNode", "latch")
        .description("Branches once on a condition, until it is reset.")
        .flowClasses(Set.of(FlowClass.values()))
        .outputs(Outputs.branch())
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    NodeMemory memory = new NodeMemory(binding, config.latchIdTemplate);
    return node -> {
      Payload payload = node.payload();
      boolean latches = test(config.latchExpression, payload);
      boolean resets = test(config.resetExpression, payload);
      boolean wasLatched =
          memory.update(node, latched -> isLatched(latched.isTruthy(), latches, resets)).isTruthy();
      boolean taken = latches && !wasLatched;
      put(payload, config.latchResultPath, latches);
      put(payload, config.resetResultPath, resets);
      put(payload, config.wasLatchedPath, wasLatched);
      put(payload, config.isLatchedPath, isLatched(wasLatched, latches, resets).isTruthy());
      put(payload, config.branchPath, taken);
      return taken ? TRUE : FALSE;
    };
  }

  /** True, or undefined, which leaves no entry behind. */
  private static Value isLatched(boolean wasLatched, boolean latches, boolean resets) {
    return (wasLatched ? !resets : latches) ? Value.of(true) : Value.undefined();
  }

  /** A blank expression is never true. */
  private static boolean test(@Nullable Expression expression, Payload payload) {
    return expression != null && expression.test(payload);
  }

  private static void put(Payload payload, @Nullable PayloadPath path, boolean flag) {
    if (path != null) {
      payload.set(path, Value.of(flag));
    }
  }
}
