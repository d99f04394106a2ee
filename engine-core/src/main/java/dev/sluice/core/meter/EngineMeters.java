package dev.sluice.core.meter;

import dev.sluice.api.meter.Measure;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.Store;
import dev.sluice.core.record.RunMeter;
import dev.sluice.core.record.RunMeters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of an engine. So many flows have meters of their own, and all others share some. */
public final class EngineMeters implements RunMeters, AutoCloseable {
  private static final int MOST_FLOWS = 1_000;
  private static final String OTHERS = "other";

  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<String, RunMeter> flows = new ConcurrentHashMap<>();
  private final RunMeter others;

  /** What is measured until the engine is closed. The meters themselves hold it weakly. */
  private final Map<Meter, Measure> watched = new ConcurrentHashMap<>();

  /**
   * The meters of an engine.
   *
   * @param tags are on each of them
   */
  public EngineMeters(MeterRegistry registry, Iterable<Tag> tags) {
    this.registry = registry;
    this.tags = Tags.of(tags);
    this.others = new FlowMeter(OTHERS);
  }

  /** Makes meters of what parts of the engine measure, until it is closed. */
  public void watch(List<Measure> measures) {
    measures.forEach(measure -> watched.put(meter(measure), measure));
  }

  private Meter meter(Measure measure) {
    return switch (measure.kind()) {
      case LEVEL ->
          Gauge.builder(measure.name(), measure, m -> m.value().getAsDouble())
              .description(measure.description())
              .tags(tags)
              .register(registry);
      case COUNT ->
          FunctionCounter.builder(measure.name(), measure, m -> m.value().getAsDouble())
              .description(measure.description())
              .tags(tags)
              .register(registry);
    };
  }

  /** Forgets what only an open engine can tell, so that the next one can tell it. */
  @Override
  public void close() {
    watched.keySet().forEach(registry::remove);
    watched.clear();
  }

  /** A store that is measured. */
  public Store metered(Store store) {
    return new MeteredStore(store, registry, tags);
  }

  @Override
  public RunMeter of(String flowId) {
    RunMeter known = flows.get(flowId);
    if (known != null) {
      return known;
    }
    // Flows that come at the same time may be a few too many.
    return flows.size() < MOST_FLOWS ? flows.computeIfAbsent(flowId, FlowMeter::new) : others;
  }

  /** The meters of a flow, by how its runs end. */
  private final class FlowMeter implements RunMeter {
    private final String flow;
    private final Map<RunState, Timer> timers = new EnumMap<>(RunState.class);

    FlowMeter(String flow) {
      this.flow = flow;
      for (RunState state : RunState.values()) {
        if (state.isOver()) {
          timers.put(state, timer(state));
        }
      }
    }

    private Timer timer(RunState state) {
      return Timer.builder("sluice.runs")
          .description("Runs that ended, and how long they took")
          .tags(tags)
          .tag("flow", flow)
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }

    @Override
    public void ended(RunResult result) {
      Timer timer = timers.get(result.state());
      if (timer != null) {
        timer.record(result.duration());
      }
    }
  }
}
