package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.meter.Measure;
import dev.sluice.api.node.Buttons;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.ErrorEntry;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.ServedVersion;
import dev.sluice.core.record.Recorder;
import dev.sluice.core.run.FlowRun;
import dev.sluice.core.run.RunId;
import dev.sluice.core.run.RunOwner;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.schedule.Admission;
import dev.sluice.core.trigger.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes runs of firings, and keeps count of them until they are over. */
final class Launcher implements RunOwner {
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  private final RunServices services;
  private final Deployments deployments;
  private final ErrorTriggers errorTriggers;
  private final Recorder recorder;
  private final Function<FlowRun, Buttons> buttons;
  private final int engineNumber = ThreadLocalRandom.current().nextInt();
  private final AtomicLong runCount = new AtomicLong();
  private final Roster roster = new Roster();
  private volatile boolean closed;

  Launcher(
      RunServices services,
      Deployments deployments,
      Recorder recorder,
      Function<FlowRun, Buttons> buttons) {
    this.services = services;
    this.deployments = deployments;
    this.errorTriggers = new ErrorTriggers(deployments);
    this.recorder = recorder;
    this.buttons = buttons;
  }

  // ---- finding what is to run

  /** Finds what a firing is to run. */
  Launch find(String flowId, Firing firing) {
    if (closed) {
      throw closedException();
    }
    DeployedFlow deployed =
        deployments
            .find(flowId)
            .orElseThrow(() -> rejected(Reason.NO_FLOW, "The flow " + flowId + " is not deployed"));
    ServedVersion served =
        deployed
            .version(firing.version())
            .orElseThrow(
                () ->
                    rejected(
                        Reason.NO_FLOW,
                        "The flow " + flowId + " has no deployed version " + firing.version()));
    if (!deployed.enabled() || !served.enabled()) {
      throw rejected(Reason.DISABLED, "The flow " + served + " is disabled");
    }
    CompiledFlow flow = graph(served);
    CompiledTrigger trigger =
        flow.trigger(firing.triggerType(), firing.triggerKey())
            .orElseThrow(
                () ->
                    rejected(
                        Reason.NO_TRIGGER,
                        "The flow "
                            + flow
                            + " has no trigger of type "
                            + firing.triggerType()
                            + (firing.triggerKey() == null
                                ? ""
                                : " and key " + firing.triggerKey())));
    return new Launch(flow, trigger, deployed.lane(), firing);
  }

  /** Whether a version of a flow is in service, enabled or not. */
  boolean serves(String flowId, @Nullable String version) {
    return deployments.find(flowId).flatMap(flow -> flow.version(version)).isPresent();
  }

  private static CompiledFlow graph(ServedVersion version) {
    try {
      return version.graph();
    } catch (InvalidFlowException e) {
      throw rejected(Reason.INVALID_FLOW, "The flow " + version + " has errors: " + e.getMessage());
    }
  }

  /** Finds the button of a press. */
  Launch find(String flowId, ButtonPress press) {
    Launch launch = find(flowId, press.firing());
    if (launch.flow().flowClass() != FlowClass.EDGE) {
      return launch;
    }
    // Nobody on edge learns who presses.
    Circumstances known = press.circumstances();
    Firing firing = press.in(new Circumstances(known.time(), null, known.version())).firing();
    return new Launch(launch.flow(), launch.trigger(), launch.lane(), firing);
  }

  /** Finds what a fact fires. */
  List<Launch> match(Fact fact) {
    if (closed) {
      throw closedException();
    }
    return deployments.match(fact, services.clock().instant()).stream()
        .flatMap(match -> launch(match).stream())
        .toList();
  }

  /** What a match is to run; nothing if it cannot, which says nothing of the other matches. */
  private Optional<Launch> launch(Match match) {
    return Deployments.graph(match.flow())
        .map(
            flow ->
                new Launch(
                    flow,
                    flow.triggers().get(match.position()),
                    deployments.lane(flow.flowId()),
                    match.firing()));
  }

  // ---- beginning

  /** An id that no other run has. */
  RunId newId() {
    return new RunId.Numbered(engineNumber, runCount.incrementAndGet());
  }

  /** Runs on the calling thread, to the end. */
  RunResult run(Launch launch) {
    FlowRun run = prepare(launch, newId(), this);
    admit(run, run::enterHere);
    return run.execute();
  }

  /** Has a run begin as soon as there is a place. */
  FlowRun begin(Launch launch, RunId id) {
    return begin(launch, id, this);
  }

  /**
   * As {@link #begin(Launch, RunId)}.
   *
   * @param owner is told of the run, and tells this
   */
  FlowRun begin(Launch launch, RunId id, RunOwner owner) {
    FlowRun run = prepare(launch, id, owner);
    admit(run, run::enter);
    return run;
  }

  private FlowRun prepare(Launch launch, RunId id, RunOwner owner) {
    Firing firing = launch.firing();
    checkSize(firing);
    @Nullable Value given = firing.data();
    @Nullable Instant time = firing.time();
    Instant now = services.clock().instant();
    Payload payload =
        services
            .envelope()
            .payload(
                launch.flow(),
                launch.trigger(),
                time == null ? now : time,
                given == null ? launch.trigger().data() : given,
                firing.extras());
    return new FlowRun(
        services, id, launch.flow(), launch.trigger(), now, payload, launch.lane(), owner);
  }

  private void checkSize(Firing firing) {
    long most = services.limits().payloadSize();
    long size = firing.data() == null ? 0 : firing.data().jsonSize(most);
    ObjectValue extras = firing.extras();
    if (size <= most && !extras.isEmpty()) {
      size += extras.jsonSize(most);
    }
    if (size > most) {
      throw rejected(
          Reason.PAYLOAD_TOO_LARGE,
          "What the firing brings is larger than " + most + " characters of JSON");
    }
  }

  private void admit(FlowRun run, Supplier<Admission.Answer> enter) {
    roster.add(run);
    if (closed) {
      roster.remove(run);
      throw closedException();
    }
    Admission.Answer answer = enter.get();
    if (answer == Admission.Answer.ACCEPTED) {
      return;
    }
    roster.remove(run);
    throw answer == Admission.Answer.FULL
        ? rejected(
            Reason.QUEUE_FULL,
            "The queue is full: "
                + services.limits().queuedRuns()
                + " runs wait for one of "
                + services.limits().concurrentRuns()
                + " places")
        : rejected(
            Reason.FLOW_QUEUE_FULL,
            "The flow's queue is full: "
                + services.limits().queuedRunsPerFlow()
                + " of its runs wait for one of "
                + services.limits().concurrentRunsPerFlow()
                + " places");
  }

  private static RunRejectedException rejected(Reason reason, String message) {
    return new RunRejectedException(reason, message);
  }

  private static RunRejectedException closedException() {
    return rejected(Reason.CLOSED, "The engine is closed");
  }

  // ---- what runs tell

  @Override
  public void asleep(FlowRun run) {
    roster.asleep(run);
  }

  @Override
  public void awake(FlowRun run) {
    roster.awake(run);
  }

  @Override
  public void ended(FlowRun run, RunResult result) {
    record(run, result);
    roster.remove(run);
    if (closed) {
      return;
    }
    for (Launch handler : errorTriggers.targets(run, result)) {
      try {
        begin(handler, newId());
      } catch (RunRejectedException e) {
        // There is no one to tell: the run that failed has its own error.
        warn("An error trigger was not fired: " + e.getMessage());
      }
    }
  }

  private void record(FlowRun run, RunResult result) {
    CompiledFlow flow = run.flow();
    boolean onDevice = flow.flowClass().runsOnDevice();
    recorder.ended(
        flow.tally(), result, onDevice ? run.deviceId() : null, onDevice ? run.deviceName() : null);
  }

  /** Takes note of a scheduled run that cannot begin. */
  void missed(ScheduledRun run, String why) {
    String message =
        "The run " + run.runId() + ", scheduled for " + run.time() + ", did not begin: " + why;
    warn(message);
    @Nullable String named = run.press().circumstances().version();
    Optional<ServedVersion> version =
        deployments.find(run.flowId()).flatMap(flow -> flow.version(named));
    recorder.failed(
        new ErrorEntry(
            services.clock().instant(),
            run.flowId(),
            version
                .map(ServedVersion::version)
                .orElseGet(() -> named == null ? FlowVersion.DEVELOP : named),
            version.map(ServedVersion::versionId).orElse(null),
            null,
            null,
            null,
            null,
            "ScheduledRunError",
            message + "."));
  }

  @Override
  public Buttons buttons(FlowRun run) {
    return buttons.apply(run);
  }

  static void warn(String message) {
    System.getLogger("dev.sluice.engine").log(System.Logger.Level.WARNING, message);
  }

  /** Stops the runs whose time is over. Those that sleep are woken at the latest when it is. */
  void watchDeadlines() {
    long now = System.nanoTime();
    roster.forEachAwake(
        run -> {
          if (run.isOverdue(now)) {
            // On another thread: at a run's end the host is told, and the timer waits for no host.
            services.scheduler().start(() -> run.checkDeadline(now));
          }
        });
  }

  /** How many runs hold no place because all their paths wait for a time. */
  Measure suspended() {
    return Measure.level(
        "sluice.runs.suspended", "Runs all of whose paths wait for a time", roster::asleep);
  }

  // ---- closing

  boolean isClosed() {
    return closed;
  }

  /** Begins no more runs, waits for those there are, and cancels those that take too long. */
  List<String> close(Duration patience) {
    closed = true;
    await(patience, () -> {});
    Set<String> abandoned = new TreeSet<>();
    await(LAST_PATIENCE, () -> cancelAll(abandoned));
    return List.copyOf(abandoned);
  }

  private void cancelAll(Set<String> abandoned) {
    for (FlowRun run : roster.all()) {
      if (!run.state().isOver() && abandoned.add(run.id())) {
        run.cancel();
      }
    }
  }

  /** Waits until there is no run; does something again and again meanwhile. */
  private void await(Duration patience, Runnable meanwhile) {
    long begin = System.nanoTime();
    try {
      while (!roster.isEmpty()) {
        meanwhile.run();
        if (Duration.ofNanos(System.nanoTime() - begin).compareTo(patience) >= 0) {
          return;
        }
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
