package dev.sluice.core.engine;

import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Buttons;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.run.RunResult;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import dev.sluice.core.graph.Step;
import dev.sluice.core.observe.Observers;
import dev.sluice.core.run.Envelope;
import dev.sluice.core.run.FlowRun;
import dev.sluice.core.run.RunId;
import dev.sluice.core.run.RunOwner;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.schedule.Admission;
import dev.sluice.core.schedule.Lane;
import dev.sluice.core.schedule.Scheduler;
import dev.sluice.core.store.MemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A run that is not over is always found, or an engine would close over it. */
final class RosterRaces {
  private static final FlowRun RUN = run(1);
  private static final FlowRun OTHER = run(2);

  private RosterRaces() {}

  private static FlowRun run(long number) {
    RunServices services =
        new RunServices(
            InstantSource.system(),
            new Random(0),
            new MemoryStorage(),
            new Scheduler(new Admission(1, 1, 1, 1)),
            EngineLimits.defaults(),
            new Envelope("application", "Application", null),
            new Observers(List.of(), InstantSource.system(), 0));
    CompiledTrigger trigger =
        new CompiledTrigger(
            "timer", "t", "", ObjectValue.empty(), ObjectValue.empty(), new Steps(Step.NONE));
    CompiledFlow flow =
        new CompiledFlow(
            "flow",
            "Flow",
            "develop",
            null,
            FlowClass.CLOUD,
            true,
            ObjectValue.empty(),
            List.of(trigger),
            null,
            Set.of(),
            null,
            ObjectValue.empty(),
            List.of(),
            false);
    return new FlowRun(
        services,
        new RunId.Numbered(0, number),
        flow,
        trigger,
        Instant.EPOCH,
        Payload.empty(),
        new Lane(),
        new Nobody());
  }

  /** Owns runs that never begin. */
  private static final class Nobody implements RunOwner {
    @Override
    public void asleep(FlowRun run) {}

    @Override
    public void awake(FlowRun run) {}

    @Override
    public void ended(FlowRun run, RunResult result) {}

    @Override
    public Buttons buttons(FlowRun run) {
      throw new UnsupportedOperationException("No run begins");
    }
  }

  /** Forbidden: the roster looks empty while its one run goes to sleep and wakes up again. */
  @JCStressTest
  @Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "the run was found")
  @State
  public static class LookedForAsItMoves {
    private final Roster roster = new Roster();

    public LookedForAsItMoves() {
      roster.add(RUN);
    }

    @Actor
    public void moves() {
      roster.asleep(RUN);
      roster.awake(RUN);
    }

    @Actor
    public void looks(Z_Result seen) {
      seen.r1 = roster.isEmpty();
    }
  }

  /** Forbidden: the roster looks empty while a run that ends has begun another one. */
  @JCStressTest
  @Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "one of the runs was found")
  @State
  public static class LookedForAsOneFollowsAnother {
    private final Roster roster = new Roster();

    public LookedForAsOneFollowsAnother() {
      roster.add(RUN);
    }

    @Actor
    public void follows() {
      roster.add(OTHER);
      roster.remove(RUN);
    }

    @Actor
    public void looks(Z_Result seen) {
      seen.r1 = roster.isEmpty();
    }
  }

  /** Forbidden: a run stays although it has ended, or goes as another one does. */
  @JCStressTest
  @Outcome(id = "false, 1", expect = Expect.ACCEPTABLE, desc = "the one that sleeps is left")
  @State
  public static class OneEndsAsAnotherFallsAsleep {
    private final Roster roster = new Roster();

    public OneEndsAsAnotherFallsAsleep() {
      roster.add(RUN);
      roster.add(OTHER);
    }

    @Actor
    public void ends() {
      roster.remove(OTHER);
    }

    @Actor
    public void fallsAsleep() {
      roster.asleep(RUN);
    }

    @Arbiter
    public void afterwards(ZI_Result seen) {
      seen.r1 = roster.isEmpty();
      seen.r2 = roster.all().size();
    }
  }
}
