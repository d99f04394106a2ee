package dev.sluice.nodes.logic;

import dev.sluice.api.node.Body;
import dev.sluice.api.node.Body.End;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a body for each item of a value. In series an iteration hands its payload to the next if a
 * cap ended it; in parallel each starts from the payload before the loop.
 */
public final class LoopNode implements NodeType<LoopNode.Config> {
  private static final Outputs OUTPUTS = new Outputs(List.of("after", "body"), 1);
  private static final int CONCURRENCY = 5;

  record Config(
      @Description("Where the value to go over is found.") PayloadPath loopSourcePath,
      @Description("Where each iteration finds its item.") PayloadPath currentItemPath,
      @Description("Whether iterations run at the same time, apart from each other.")
          boolean parallel,
      @Description("Where to put an array of one value an iteration.")
          @Nullable PayloadPath mapResultPath,
      @Description("Where an iteration's value is found; its item if blank.")
          @Nullable PayloadPath mapValuePath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("LoopNode", "loop")
        .description("Runs the nodes of its body for each item of a value.")
        .outputs(OUTPUTS)
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> {
      LoopSource source = LoopSource.of(node.payload().get(config.loopSourcePath));
      ArrayValue.Builder map = ArrayValue.builder();
      if (node.body().isWired()) {
        if (config.parallel) {
          runInParallel(config, node, source, map);
        } else {
          runInSeries(config, node, source, map);
        }
      }
      if (config.mapResultPath != null) {
        node.payload().set(config.mapResultPath, map.build());
      }
      return NodeAction.NEXT;
    };
  }

  private static void runInSeries(
      Config config, NodeContext node, LoopSource source, ArrayValue.Builder map) {
    Body body = node.body();
    Payload carried = node.payload();
    for (int i = 0; i < source.size(); i++) {
      Optional<End> end = body.run(iteration(config, carried, source, i));
      map.add(mapValue(config, end));
      if (end.isPresent()) {
        carried = end.get().payload();
        if (end.get().breaks()) {
          break;
        }
      }
    }
    node.payload().set(PayloadPath.ROOT, carried.root());
  }

  private static void runInParallel(
      Config config, NodeContext node, LoopSource source, ArrayValue.Builder map) {
    Payload before = node.payload();
    List<Optional<End>> ends =
        node.body()
            .runAll(source.size(), index -> iteration(config, before, source, index), CONCURRENCY);
    ends.forEach(end -> map.add(mapValue(config, end)));
  }

  private static Payload iteration(Config config, Payload from, LoopSource source, int index) {
    Payload iteration = from.fork();
    iteration.set(config.currentItemPath, source.item(index));
    return iteration;
  }

  /** What the cap chose, else what the loop's own path finds; undefined if no cap was reached. */
  private static Value mapValue(Config config, Optional<End> end) {
    if (config.mapResultPath == null || end.isEmpty()) {
      return Value.undefined();
    }
    PayloadPath path = config.mapValuePath == null ? config.currentItemPath : config.mapValuePath;
    return end.get().mapValue().orElseGet(() -> end.get().payload().get(path));
  }
}
