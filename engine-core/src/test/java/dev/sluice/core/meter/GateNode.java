package dev.sluice.core.meter;

import dev.sluice.api.meter.Measure;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A node whose runs pass, wait until the test lets two of them go, or come much later. */
final class GateNode implements NodeType<GateNode.Config> {
  final CountDownLatch reached = new CountDownLatch(2);
  final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger passed = new AtomicInteger();

  enum Way {
    OPEN,
    SHUT,
    LATER
  }

  record Config(Way way) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("Gate", "gate").waits().build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.level("test.gate.awaited", "Runs that are to reach the gate", reached::getCount),
        Measure.count("test.gate.passed", "Runs behind the gate", passed::get));
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    return node -> {
      switch (config.way) {
        case OPEN -> {}
        case SHUT -> {
          reached.countDown();
          open.await();
        }
        case LATER -> node.delay(Duration.ofDays(1));
      }
      passed.incrementAndGet();
      return NodeAction.NEXT;
    };
  }
}
