package dev.sluice.core.meter;

import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.Store;
import dev.sluice.core.record.RunMeter;
import dev.sluice.core.record.RunMeters;
import dev.sluice.core.schedule.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of an engine. So many flows have meters of their own, and all others share some. */
public final class EngineMeters implements RunMeters {
  private static final int MOST_FLOWS = 1_000;
  private static final String OTHERS = "other";

  private final MeterRegistry registry;
  private final Map<String, RunMeter> flows = new ConcurrentHashMap<>();
  private final RunMeter others;

  /** The meters of an engine. */
  public EngineMeters(MeterRegistry registry) {
    this.registry = registry;
    this.others = new FlowMeter(OTHERS);
  }

  /** Measures who executes and who waits. */
  public void watch(Admission admission) {
    Gauge.builder("sluice.runs.executing", admission, Admission::executing)
        .description("Runs that execute")
        .register(registry);
    Gauge.builder("sluice.runs.queued", admission, Admission::queued)
        .description("Runs that wait for a place")
        .register(registry);
  }

  /** A store that is measured. */
  public Store metered(Store store) {
    return new MeteredStore(store, registry);
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
