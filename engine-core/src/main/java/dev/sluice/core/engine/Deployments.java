package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.palette.PaletteCustomNode;
import dev.sluice.api.store.StoreException;
import dev.sluice.api.trigger.Fact;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CustomNodeKey;
import dev.sluice.core.graph.CustomNodes;
import dev.sluice.core.graph.ServedVersion;
import dev.sluice.core.palette.CustomNodeListing;
import dev.sluice.core.schedule.Lane;
import dev.sluice.core.trigger.FlowListing;
import dev.sluice.core.trigger.Match;
import dev.sluice.core.trigger.TriggerIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The flows in service. */
final class Deployments implements CustomNodes {
  private final Map<String, DeployedFlow> flows = new ConcurrentHashMap<>();

  /** The flows that listen to the errors of others, so that an error need not ask every flow. */
  private final Map<String, DeployedFlow> listeners = new ConcurrentHashMap<>();

  /** What facts may fire; replaced as a whole, so that a fact sees no flow half deployed. */
  private final AtomicReference<TriggerIndex> triggers =
      new AtomicReference<>(TriggerIndex.empty());

  /** Of the first flows, those that nobody has asked for yet. */
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();

  private final ReentrantLock reading = new ReentrantLock();
  private volatile Function<String, Optional<DeployedFlow>> first = id -> Optional.empty();

  /** Whether none is awaited, and the triggers of all are known. */
  private volatile boolean complete = true;

  /**
   * Puts the first flows in service. Each is made when it is asked for, all of them when something
   * is asked for that concerns all.
   *
   * @param flowIds their ids
   * @param maker makes each; nothing if it cannot be
   */
  void begin(Set<String> flowIds, Function<String, Optional<DeployedFlow>> maker) {
    first = maker;
    awaited.addAll(flowIds);
    complete = flowIds.isEmpty();
  }

  /** Whether the triggers of all flows are known. */
  boolean isComplete() {
    return complete;
  }

  /** Makes the first flows that nobody has asked for yet, and finds the triggers of all. */
  void readAll() {
    if (complete) {
      return;
    }
    reading.lock();
    try {
      if (!complete) {
        awaited.forEach(this::read);
        Map<String, FlowListing> listings = new HashMap<>();
        flows.forEach(
            (id, flow) -> {
              listings.put(id, flow.listing());
              if (listensToOthers(flow)) {
                listeners.put(id, flow);
              }
            });
        triggers.set(TriggerIndex.of(listings));
        complete = true;
      }
    } finally {
      reading.unlock();
    }
  }

  private @Nullable DeployedFlow read(String flowId) {
    @Nullable DeployedFlow flow =
        flows.computeIfAbsent(
            flowId, id -> awaited.contains(id) ? first.apply(id).orElse(null) : null);
    // Only now that it is found where others look; once it is no longer awaited it may be removed.
    awaited.remove(flowId);
    return flow;
  }

  private static boolean listensToOthers(DeployedFlow flow) {
    return flow.version(null).stream().anyMatch(ErrorTriggers::listensToOthers);
  }

  /** Puts a flow in service, made from what is in service under its id. */
  void update(String flowId, UnaryOperator<DeployedFlow> change) {
    readAll();
    flows.compute(
        flowId,
        (id, known) -> {
          DeployedFlow changed = change.apply(known == null ? DeployedFlow.empty() : known);
          if (listensToOthers(changed)) {
            listeners.put(id, changed);
          } else {
            listeners.remove(id);
          }
          FlowListing listing = changed.listing();
          triggers.updateAndGet(index -> index.with(id, listing));
          return changed;
        });
  }

  boolean remove(String flowId) {
    readAll();
    AtomicBoolean known = new AtomicBoolean();
    // As one step, or a deployment in between would leave a listener that is not in service.
    flows.computeIfPresent(
        flowId,
        (id, flow) -> {
          known.set(true);
          listeners.remove(id);
          triggers.updateAndGet(index -> index.without(id));
          return null;
        });
    return known.get();
  }

  Optional<DeployedFlow> find(String flowId) {
    // In this order: what is not found after all are there is nowhere.
    boolean all = complete;
    @Nullable DeployedFlow known = flows.get(flowId);
    return Optional.ofNullable(known == null && !all ? read(flowId) : known);
  }

  /** Where a flow's runs wait; a lane of its own for one that is out of service by now. */
  Lane lane(String flowId) {
    return find(flowId).map(DeployedFlow::lane).orElseGet(Lane::new);
  }

  /** The triggers that a fact fires. */
  List<Match> match(Fact fact, Instant now) {
    readAll();
    return triggers.get().match(fact, now);
  }

  /** The default versions of the flows that listen to the errors of others. */
  List<ServedVersion> errorListeners() {
    readAll();
    return listeners.values().stream()
        .filter(DeployedFlow::enabled)
        .flatMap(flow -> flow.version(null).stream())
        .filter(ServedVersion::enabled)
        .toList();
  }

  /** The custom nodes in service, by id, each in its default version. */
  List<PaletteCustomNode> customNodes() {
    readAll();
    return new TreeMap<>(flows)
        .values().stream().flatMap(flow -> customNode(flow).stream()).toList();
  }

  private static Optional<PaletteCustomNode> customNode(DeployedFlow flow) {
    return flow.version(null)
        .filter(version -> version.flowClass() == FlowClass.CUSTOM_NODE)
        .flatMap(Deployments::graph)
        .map(version -> CustomNodeListing.of(version, flow.name()));
  }

  /** The graph of a version; nothing, and a warning, if it has none. */
  static Optional<CompiledFlow> graph(ServedVersion version) {
    try {
      return Optional.of(version.graph());
    } catch (InvalidFlowException | StoreException e) {
      Launcher.warn("The flow " + version + " cannot run: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The versions that turned out not to compile. */
  List<BrokenVersion> brokenVersions() {
    readAll();
    return new TreeMap<>(flows)
        .values().stream()
            .flatMap(flow -> new TreeMap<>(flow.versions()).values().stream())
            .flatMap(version -> broken(version).stream())
            .toList();
  }

  private static Optional<BrokenVersion> broken(ServedVersion version) {
    return version instanceof DeferredVersion deferred
        ? deferred
            .failure()
            .map(
                failure ->
                    new BrokenVersion(version.flowId(), version.version(), failure.problems()))
        : Optional.empty();
  }

  @Override
  public Optional<CompiledFlow> find(CustomNodeKey key) {
    return find(key.flowId())
        .flatMap(
            flow ->
                key.publishedOnly() ? flow.published(key.version()) : flow.version(key.version()))
        .map(ServedVersion::graph);
  }
}
