package dev.sluice.core.engine;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineBuilder;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.engine.Recording;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.EdgeAgent;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.compile.FlowCompiler;
import dev.sluice.core.compile.InheritedGlobals;
import dev.sluice.core.compile.NodeTypes;
import dev.sluice.core.language.LanguageLimits;
import dev.sluice.core.language.Languages;
import dev.sluice.core.meter.EngineMeters;
import dev.sluice.core.observe.Observers;
import dev.sluice.core.record.Recorder;
import dev.sluice.core.run.Envelope;
import dev.sluice.core.run.RunServices;
import dev.sluice.core.schedule.Admission;
import dev.sluice.core.schedule.Scheduler;
import dev.sluice.core.store.MemoryStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sets up an engine. */
final class SluiceEngineBuilder implements EngineBuilder {
  private final List<NodeType<?>> nodeTypes = new ArrayList<>();
  private final List<RunListener> listeners = new ArrayList<>();
  private String applicationId = "";
  private String applicationName = "";
  private ObjectValue globals = ObjectValue.empty();
  private final Map<String, ObjectValue> experienceGlobals = new HashMap<>();
  private @Nullable Supplier<EdgeAgent> agent;
  private EngineLimits limits = EngineLimits.defaults();
  private @Nullable Store store;
  private Recording recording = Recording.defaults();
  private @Nullable MeterRegistry registry;
  private Iterable<Tag> tags = List.of();
  private @Nullable StorageProvider storage;
  private @Nullable ScheduledRuns scheduledRuns;
  private InstantSource clock = Clock.systemUTC();
  private @Nullable RandomGenerator random;

  SluiceEngineBuilder() {
    for (NodeType<?> found : ServiceLoader.load(NodeType.class, NodeType.class.getClassLoader())) {
      nodeTypes.add(found);
    }
  }

  @Override
  public EngineBuilder nodeType(NodeType<?> nodeType) {
    nodeTypes.add(nodeType);
    return this;
  }

  @Override
  public EngineBuilder application(String id, String name) {
    applicationId = id;
    applicationName = name;
    return this;
  }

  @Override
  public EngineBuilder globals(Map<String, Value> values) {
    globals = ObjectValue.of(values);
    return this;
  }

  @Override
  public EngineBuilder experienceGlobals(String version, Map<String, Value> values) {
    experienceGlobals.put(version, ObjectValue.of(values));
    return this;
  }

  @Override
  public EngineBuilder edgeAgent(Supplier<EdgeAgent> chosen) {
    agent = chosen;
    return this;
  }

  @Override
  public EngineBuilder limits(EngineLimits chosen) {
    limits = chosen;
    return this;
  }

  @Override
  public EngineBuilder store(Store chosen) {
    store = chosen;
    return this;
  }

  @Override
  public EngineBuilder recording(Recording chosen) {
    recording = chosen;
    return this;
  }

  @Override
  public EngineBuilder storage(StorageProvider chosen) {
    storage = chosen;
    return this;
  }

  @Override
  public EngineBuilder scheduledRuns(ScheduledRuns chosen) {
    scheduledRuns = chosen;
    return this;
  }

  @Override
  public EngineBuilder meters(MeterRegistry chosen, Iterable<Tag> chosenTags) {
    registry = chosen;
    tags = chosenTags;
    return this;
  }

  @Override
  public EngineBuilder listener(RunListener listener) {
    listeners.add(listener);
    return this;
  }

  @Override
  public EngineBuilder clock(InstantSource chosen) {
    clock = chosen;
    return this;
  }

  @Override
  public EngineBuilder random(RandomGenerator chosen) {
    random = chosen;
    return this;
  }

  @Override
  public Engine build() {
    NodeTypes types = new NodeTypes(nodeTypes);
    Catalog catalog = Catalog.load();
    Deployments deployments = new Deployments();
    // Only whoever sets a registry has the library that its class is of.
    EngineMeters meters = registry == null ? null : new EngineMeters(registry, tags);
    Store kept = kept(meters);
    Scheduler scheduler =
        new Scheduler(
            new Admission(
                limits.concurrentRuns(),
                limits.queuedRuns(),
                limits.concurrentRunsPerFlow(),
                limits.queuedRunsPerFlow()));
    RunServices services =
        new RunServices(
            clock,
            random == null ? new SecureNumbers() : random,
            storage == null ? kept.storage() : storage,
            scheduler,
            limits,
            new Envelope(applicationId, applicationName, agent),
            new Observers(listeners, clock, limits.debugSize()));
    FlowCompiler compiler =
        new FlowCompiler(
            types,
            catalog,
            new Languages(clock, LanguageLimits.defaults()),
            deployments,
            new InheritedGlobals(globals, experienceGlobals),
            limits.nesting());
    return new SluiceEngine(
        services,
        new CompiledVersions(compiler, limits.compiledVersions()),
        deployments,
        types,
        catalog,
        applicationId,
        scheduledRuns == null ? kept.scheduledRuns() : scheduledRuns,
        kept,
        new Recorder(kept.activity(), recording.retention(), recording.errorsPerFlow(), meters),
        recording.interval(),
        meters);
  }

  private Store kept(@Nullable EngineMeters meters) {
    Store chosen = store == null ? new MemoryStore() : store;
    return meters == null ? chosen : meters.metered(chosen);
  }
}
