package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws a whole number between two bounds, both of which it may be. */
public final class RandomNumberNode implements NodeType<RandomNumberNode.Config> {
  /** Up to here every whole number is a double; from here on every double is a whole number. */
  private static final double EXACT = 0x1p53;

  record Config(
      @Description("The least number.") @Default("0") StringTemplate min,
      @Description("The greatest number.") @Default("100") StringTemplate max,
      @Description("Where to put the number.") PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("RandomNumberNode", "random-number")
        .description("Draws a whole number within a range.")
        .flowClasses(Set.of(FlowClass.values()))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    TextNumber min = new TextNumber(config.min);
    TextNumber max = new TextNumber(config.max);
    return node -> {
      double low = Math.ceil(min.evaluate(node.payload()));
      double high = Math.floor(max.evaluate(node.payload()));
      boolean possible = low <= high && Double.isFinite(low) && Double.isFinite(high);
      node.payload()
          .set(
              config.resultPath,
              possible ? Value.of(draw(low, high, node.random())) : Value.nullValue());
      return NodeAction.NEXT;
    };
  }

  private static double draw(double low, double high, RandomGenerator random) {
    if (Math.abs(low) <= EXACT && Math.abs(high) <= EXACT) {
      return random.nextLong((long) low, (long) high + 1);
    }
    double share = random.nextDouble();
    return Math.clamp(Math.rint(low * (1 - share) + high * share), low, high);
  }
}
