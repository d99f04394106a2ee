package dev.sluice.core.engine;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.compile.FlowCompiler.Compilation;
import dev.sluice.core.compile.NodeTypes;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.palette.BuiltInTypes;
import dev.sluice.core.run.FlowRun;
import dev.sluice.core.run.RunId;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.trigger.Match;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The engine. */
final class SluiceEngine implements Engine {
  private static final Duration DEADLINE_WATCH = Duration.ofMillis(100);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  private final RunServices services;
  private final CompiledVersions compiler;
  private final Deployments deployments;
  private final ErrorTriggers errorTriggers;
  private final NodeTypes nodeTypes;
  private final Catalog catalog;
  private final String applicationId;
  private final int engineNumber = new SecureRandom().nextInt();
  private final AtomicLong runCount = new AtomicLong();
  private final Set<FlowRun> runs = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile boolean closed;

  SluiceEngine(
      RunServices services,
      CompiledVersions compiler,
      Deployments deployments,
      NodeTypes nodeTypes,
      Catalog catalog,
      String applicationId) {
    this.services = services;
    this.compiler = compiler;
    this.deployments = deployments;
    this.errorTriggers = new ErrorTriggers(deployments);
    this.nodeTypes = nodeTypes;
    this.catalog = catalog;
    this.applicationId = applicationId;
    services.scheduler().every(DEADLINE_WATCH, this::watchDeadlines);
  }

  private void watchDeadlines() {
    long now = System.nanoTime();
    for (FlowRun run : runs) {
      if (run.isOverdue(now)) {
        // On another thread: at a run's end the host is told, and the timer cannot wait for hosts.
        services.scheduler().start(() -> run.checkDeadline(now));
      }
    }
  }

  // ---- deploying

  @Override
  public List<Problem> deploy(Flow flow) {
    Compilation compilation = compiled(flow.develop());
    CompiledFlow develop = compilation.flow().orElseThrow();
    deployments.update(
        develop.flowId(),
        known -> known.with(develop).with(flow.enabled(), flow.defaultVersionId()));
    return compilation.problems();
  }

  @Override
  public List<Problem> deploy(FlowVersion version) {
    if (version.flowId() == null) {
      throw new IllegalArgumentException(
          "The version " + version.version() + " has no flowId: it must say whose version it is");
    }
    Compilation compilation = compiled(version);
    CompiledFlow compiled = compilation.flow().orElseThrow();
    deployments.update(compiled.flowId(), known -> known.with(compiled));
    return compilation.problems();
  }

  private Compilation compiled(FlowVersion version) {
    Compilation compilation = compile(version);
    if (compilation.flow().isEmpty()) {
      throw new InvalidFlowException(compilation.problems());
    }
    return compilation;
  }

  private Compilation compile(FlowVersion version) {
    Compilation compilation = compiler.compile(version);
    Optional<Problem> recursion =
        compilation.flow().flatMap(flow -> Recursion.find(flow, deployments));
    if (recursion.isEmpty()) {
      return compilation;
    }
    List<Problem> problems = new ArrayList<>(compilation.problems());
    problems.add(recursion.get());
    return new Compilation(Optional.empty(), List.copyOf(problems));
  }

  @Override
  public List<Problem> validate(FlowVersion version) {
    return compile(version).problems();
  }

  @Override
  public boolean undeploy(String flowId) {
    return deployments.remove(flowId);
  }

  // ---- firing

  @Override
  public RunResult run(String flowId, Firing firing) {
    FlowRun run = prepare(flowId, firing);
    admit(run, run::enterHere);
    return run.execute();
  }

  @Override
  public Run fire(String flowId, Firing firing) {
    FlowRun run = prepare(flowId, firing);
    admit(run, run::enter);
    return run;
  }

  @Override
  public List<Run> publish(Fact fact) {
    if (closed) {
      throw closedException();
    }
    List<Run> fired = new ArrayList<>();
    for (Match match : deployments.match(fact, services.clock().instant())) {
      FlowRun run = prepare(match.flow(), match.trigger(), match.firing());
      admit(run, run::enter);
      fired.add(run);
    }
    return List.copyOf(fired);
  }

  private void admit(FlowRun run, BooleanSupplier enter) {
    runs.add(run);
    if (closed) {
      runs.remove(run);
      throw closedException();
    }
    if (!enter.getAsBoolean()) {
      runs.remove(run);
      throw new RunRejectedException(
          Reason.QUEUE_FULL,
          "The queue is full: "
              + services.limits().queuedRuns()
              + " runs wait for one of "
              + services.limits().concurrentRuns()
              + " places");
    }
  }

  private FlowRun prepare(String flowId, Firing firing) {
    if (closed) {
      throw closedException();
    }
    DeployedFlow deployed =
        deployments
            .find(flowId)
            .orElseThrow(() -> rejected(Reason.NO_FLOW, "The flow " + flowId + " is not deployed"));
    CompiledFlow flow =
        deployed
            .version(firing.version())
            .orElseThrow(
                () ->
                    rejected(
                        Reason.NO_FLOW,
                        "The flow " + flowId + " has no deployed version " + firing.version()));
    if (!deployed.enabled() || !flow.enabled()) {
      throw rejected(Reason.DISABLED, "The flow " + flow + " is disabled");
    }
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
    return prepare(flow, trigger, firing);
  }

  private FlowRun prepare(CompiledFlow flow, CompiledTrigger trigger, Firing firing) {
    @Nullable Value given = firing.data();
    @Nullable Instant time = firing.time();
    Payload payload =
        services
            .envelope()
            .payload(
                flow,
                trigger,
                time == null ? services.clock().instant() : time,
                given == null ? trigger.data() : given,
                firing.extras());
    RunId id = new RunId(engineNumber, runCount.incrementAndGet());
    return new FlowRun(services, id, flow, trigger, payload, this::ended);
  }

  private void ended(FlowRun run, RunResult result) {
    runs.remove(run);
    if (!closed) {
      for (ErrorTriggers.Target target : errorTriggers.targets(run, result)) {
        FlowRun handler = prepare(target.flow(), target.trigger(), target.firing());
        try {
          admit(handler, handler::enter);
        } catch (RunRejectedException e) {
          // There is no one to tell: the run that failed has its own error.
          System.getLogger("dev.sluice.engine")
              .log(
                  System.Logger.Level.WARNING, "An error trigger was not fired: " + e.getMessage());
        }
      }
    }
  }

  private static RunRejectedException rejected(Reason reason, String message) {
    return new RunRejectedException(reason, message);
  }

  private static RunRejectedException closedException() {
    return rejected(Reason.CLOSED, "The engine is closed");
  }

  @Override
  public StorageProvider storage() {
    return services.storage();
  }

  @Override
  public Palette palette() {
    BuiltInTypes types = BuiltInTypes.of(catalog, nodeTypes);
    return new Palette(
        applicationId.isEmpty() ? null : applicationId,
        types.triggers(),
        types.nodes(),
        deployments.customNodes());
  }

  // ---- closing

  @Override
  public List<String> close(Duration patience) {
    closed = true;
    awaitRuns(patience);
    List<String> abandoned = new ArrayList<>();
    for (FlowRun run : runs) {
      if (!run.state().isOver()) {
        abandoned.add(run.id());
        run.cancel();
      }
    }
    awaitRuns(LAST_PATIENCE);
    services.scheduler().close();
    if (released.compareAndSet(false, true)) {
      for (var type : nodeTypes.all()) {
        if (type instanceof AutoCloseable resource) {
          close(resource);
        }
      }
    }
    abandoned.sort(null);
    return List.copyOf(abandoned);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      System.getLogger("dev.sluice.engine")
          .log(System.Logger.Level.WARNING, "A node type could not be closed", e);
    }
  }

  private void awaitRuns(Duration patience) {
    long begin = System.nanoTime();
    try {
      while (!runs.isEmpty()
          && Duration.ofNanos(System.nanoTime() - begin).compareTo(patience) < 0) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
