package dev.sluice.core.engine;

import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.manage.Management;
import dev.sluice.api.meter.Measure;
import dev.sluice.api.node.Buttons;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import dev.sluice.api.store.StoreException;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.compile.FlowCompiler.Compilation;
import dev.sluice.core.compile.NodeTypes;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.manage.Checked;
import dev.sluice.core.manage.FlowManagement;
import dev.sluice.core.manage.FlowRegister;
import dev.sluice.core.manage.FlowService;
import dev.sluice.core.manage.ServedFlow;
import dev.sluice.core.meter.EngineMeters;
import dev.sluice.core.palette.BuiltInTypes;
import dev.sluice.core.record.Recorder;
import dev.sluice.core.run.FlowRun;
import dev.sluice.core.run.RunServices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The engine. */
final class SluiceEngine implements Engine {
  private static final Duration DEADLINE_WATCH = Duration.ofMillis(100);
  private static final Duration TRIM_PERIOD = Duration.ofHours(1);

  private final RunServices services;
  private final CompiledVersions compiler;
  private final Deployments deployments;
  private final NodeTypes nodeTypes;
  private final Catalog catalog;
  private final String applicationId;
  private final Launcher launcher;
  private final Schedule schedule;
  private final FlowRegister register;
  private final DeferredGraphs graphs;
  private final Recorder recorder;
  private final @Nullable EngineMeters meters;
  private final Management management;
  private final AtomicBoolean released = new AtomicBoolean();

  SluiceEngine(
      RunServices services,
      CompiledVersions compiler,
      Deployments deployments,
      NodeTypes nodeTypes,
      Catalog catalog,
      String applicationId,
      ScheduledRuns scheduledRuns,
      Store store,
      Recorder recorder,
      Duration interval,
      @Nullable EngineMeters meters) {
    this.services = services;
    this.compiler = compiler;
    this.deployments = deployments;
    this.nodeTypes = nodeTypes;
    this.catalog = catalog;
    this.applicationId = applicationId;
    this.recorder = recorder;
    this.meters = meters;
    this.launcher = new Launcher(services, deployments, recorder, this::buttons);
    this.register = new FlowRegister(store.documents());
    this.schedule = new Schedule(scheduledRuns, services, launcher, register::contains);
    this.graphs = new DeferredGraphs(register::read, this::compile);
    FlowService service = new ManagedFlows();
    this.management =
        FlowManagement.of(
            register,
            service,
            services.storage(),
            recorder,
            services.clock(),
            services.random(),
            applicationId);
    register.open(service);
    if (!deployments.isComplete()) {
      // In the background: who runs a flow by its id need not wait for the others.
      Thread.ofPlatform().daemon().name("sluice-opening").start(this::readAll);
    }
    schedule.takeUp();
    services.scheduler().every(DEADLINE_WATCH, launcher::watchDeadlines);
    // The timer does not wait for a store.
    services.scheduler().every(interval, () -> services.scheduler().start(this::flush));
    services.scheduler().every(Schedule.LOOK_PERIOD, () -> services.scheduler().start(this::look));
    services.scheduler().every(TRIM_PERIOD, () -> services.scheduler().start(this::trim));
    if (meters != null) {
      meters.watch(measures(store));
    }
  }

  private void readAll() {
    deployments.readAll();
    register.readAll();
  }

  private List<Measure> measures(Store store) {
    List<Measure> all = new ArrayList<>(services.scheduler().admission().measures());
    all.add(launcher.suspended());
    all.addAll(store.measures());
    nodeTypes.all().forEach(type -> all.addAll(type.measures()));
    return all;
  }

  private void flush() {
    try {
      recorder.flush();
    } catch (StoreException e) {
      Launcher.warn("What runs did could not be kept yet: " + e.getMessage());
    }
  }

  /** Looks whether the store has runs to come that this engine does not know of. */
  void look() {
    try {
      schedule.look();
    } catch (StoreException e) {
      Launcher.warn("The scheduled runs could not be read: " + e.getMessage());
    }
  }

  private void trim() {
    try {
      recorder.trim(services.clock().instant());
    } catch (StoreException e) {
      Launcher.warn("What old runs did could not be forgotten yet: " + e.getMessage());
    }
  }

  /** The flows in service, as their management sees them. */
  private final class ManagedFlows implements FlowService {
    @Override
    public Checked check(FlowVersion version) {
      Compilation compilation = compile(version);
      return new Checked(
          compilation.problems(), compilation.flow().map(CompiledFlow::calls).orElseGet(List::of));
    }

    @Override
    public void begin(Set<String> flowIds, Function<String, Optional<ServedFlow>> flows) {
      deployments.begin(
          flowIds, id -> flows.apply(id).map(flow -> DeployedFlow.empty().as(flow, graphs)));
    }

    @Override
    public void serve(ServedFlow flow) {
      deployments.update(flow.flowId(), known -> known.as(flow, graphs));
      schedule.served(flow.flowId());
    }

    @Override
    public void withdraw(String flowId) {
      deployments.remove(flowId);
    }

    @Override
    public void press(String flowId, ButtonPress press) {
      SluiceEngine.this.press(flowId, press);
    }

    @Override
    public void cancelScheduled(String flowId) {
      schedule.cancelAll(flowId);
    }

    @Override
    public Palette palette() {
      return SluiceEngine.this.palette();
    }

    @Override
    public List<BrokenVersion> brokenVersions() {
      return deployments.brokenVersions();
    }
  }

  private Buttons buttons(FlowRun run) {
    return new FlowButtons(run.flowId(), launcher, schedule);
  }

  // ---- deploying

  @Override
  public List<Problem> deploy(Flow flow) {
    Compilation compilation = compiled(flow.develop());
    CompiledFlow develop = compilation.flow().orElseThrow();
    deployments.update(
        develop.flowId(),
        known -> known.with(develop).with(flow.enabled(), flow.defaultVersionId()));
    schedule.served(develop.flowId());
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
    schedule.served(compiled.flowId());
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
    return launcher.run(launcher.find(flowId, firing));
  }

  @Override
  public Run fire(String flowId, Firing firing) {
    return launcher.begin(launcher.find(flowId, firing), launcher.newId());
  }

  @Override
  public List<Run> publish(Fact fact) {
    List<Run> fired = new ArrayList<>();
    for (Launch launch : launcher.match(fact)) {
      fired.add(launcher.begin(launch, launcher.newId()));
    }
    return List.copyOf(fired);
  }

  @Override
  public Run press(String flowId, ButtonPress press) {
    return launcher.begin(launcher.find(flowId, press), launcher.newId());
  }

  @Override
  public ScheduledRun schedule(String flowId, ButtonPress press, Instant time) {
    ScheduledRun run = new ScheduledRun(launcher.newId().toString(), flowId, press, time);
    schedule.add(run);
    return run;
  }

  @Override
  public boolean cancelScheduled(String runId) {
    return schedule.cancel(runId);
  }

  @Override
  public DebugSubscription debug(DebugFilter filter, int capacity) {
    DebugSubscription subscription = services.observers().subscribe(filter, capacity);
    if (launcher.isClosed()) {
      subscription.close();
    }
    return subscription;
  }

  @Override
  public Management manage() {
    return management;
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
    List<String> abandoned = launcher.close(patience);
    services.scheduler().close();
    schedule.close();
    services.observers().close();
    flush();
    if (meters != null) {
      meters.close();
    }
    if (released.compareAndSet(false, true)) {
      for (var type : nodeTypes.all()) {
        if (type instanceof AutoCloseable resource) {
          close(resource);
        }
      }
    }
    return abandoned;
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      System.getLogger("dev.sluice.engine")
          .log(System.Logger.Level.WARNING, "A node type could not be closed", e);
    }
  }
}
