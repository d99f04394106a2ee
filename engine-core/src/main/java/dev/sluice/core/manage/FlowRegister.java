package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Problem.Severity;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.StoreConflictException;
import dev.sluice.api.store.StoreException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flows of a store: their heads in memory, their bodies read when they are needed. Each change
 * is committed to the store before anyone sees it, and then put in service. Safe for many threads;
 * the first who looks at all flows waits until all heads are read.
 */
public final class FlowRegister {
  /** So often another engine on the same store may have been faster. */
  private static final int MOST_ATTEMPTS = 20;

  private final Documents documents;
  private final Map<String, DeferredEntry> flows = new ConcurrentHashMap<>();
  private final ReentrantLock changes = new ReentrantLock();

  /** None before somebody looks at all flows. */
  private volatile @Nullable FlowIndex index;

  // Guarded by the lock.
  private long revision;

  /** The flows of a store, which are only read by {@link #open}. */
  public FlowRegister(Documents documents) {
    this.documents = documents;
  }

  // ---- reading

  Optional<FlowEntry> find(String flowId) {
    return Optional.ofNullable(flows.get(flowId)).flatMap(DeferredEntry::entry);
  }

  /** Whether there is a flow of an id. */
  public boolean contains(String flowId) {
    return find(flowId).isPresent();
  }

  FlowEntry get(String flowId) {
    return find(flowId).orElseThrow(() -> Refusals.noFlow(flowId));
  }

  /** All flows, in the order of their names. */
  List<FlowEntry> all() {
    return index().all();
  }

  /** All flows at this moment. */
  FlowIndex index() {
    FlowIndex known = index;
    return known != null ? known : makeIndex();
  }

  private FlowIndex makeIndex() {
    changes.lock();
    try {
      FlowIndex known = index;
      if (known == null) {
        known =
            FlowIndex.of(flows.values().stream().flatMap(flow -> flow.entry().stream()).toList());
        index = known;
      }
      return known;
    } finally {
      changes.unlock();
    }
  }

  /** Documents whose heads cannot be read. */
  List<BrokenVersion> unreadable() {
    return flows.values().stream().flatMap(flow -> flow.failures().stream()).toList();
  }

  /**
   * Reads bodies, to show them: of one that is damaged, nothing.
   *
   * @return the bodies by id; those that are missing were deleted meanwhile
   */
  Map<String, ObjectValue> bodies(Collection<String> ids) {
    Map<String, ObjectValue> bodies = new HashMap<>();
    documents
        .bodies(ids)
        .forEach(
            (id, json) -> {
              try {
                bodies.put(id, parsed(id, json));
              } catch (InvalidFlowException e) {
                bodies.put(id, ObjectValue.empty());
              }
            });
    return bodies;
  }

  /**
   * Reads a body.
   *
   * @throws InvalidFlowException if it is damaged
   */
  ObjectValue body(String id) {
    @Nullable String json = documents.bodies(List.of(id)).get(id);
    if (json == null) {
      throw new StoreException("There is no document " + id + " any longer", null);
    }
    return parsed(id, json);
  }

  private static ObjectValue parsed(String id, String json) {
    try {
      if (Value.parseJson(json) instanceof ObjectValue body) {
        return body;
      }
    } catch (InvalidJsonException e) {
      throw damaged(id, String.valueOf(e.getMessage()));
    }
    throw damaged(id, "It is no JSON object");
  }

  static InvalidFlowException damaged(String id, String message) {
    return new InvalidFlowException(
        List.of(
            new Problem(
                Severity.ERROR,
                null,
                null,
                null,
                null,
                "The document " + id + " of the store is damaged: " + message,
                null,
                null)));
  }

  /**
   * Reads a version, to run it.
   *
   * @throws InvalidFlowException if it does not fit the flow format
   */
  public FlowVersion read(VersionFacts facts) {
    String id = facts.versionId() == null ? facts.flowId() : facts.versionId();
    if (facts.flowClass() != FlowClass.CUSTOM_NODE || facts.versionId() == null) {
      return Content.version(facts, body(id));
    }
    return Content.version(facts, Content.withFlow(body(id), body(facts.flowId())));
  }

  // ---- loading

  /** Puts the flows of the store in service; to be done once, before anything else. */
  public void open(FlowService service) {
    changes.lock();
    try {
      Documents.Snapshot snapshot = documents.snapshot();
      flows.putAll(DeferredEntry.of(snapshot.heads()));
      revision = snapshot.revision();
      service.begin(Set.copyOf(flows.keySet()), id -> find(id).map(FlowEntry::served));
    } finally {
      changes.unlock();
    }
  }

  /** Reads all heads that nobody has asked for yet. */
  public void readAll() {
    index();
  }

  /** Follows what another engine on the same store did. */
  private void follow(FlowService service) {
    Documents.Snapshot snapshot = documents.snapshot();
    Map<String, DeferredEntry> loaded = DeferredEntry.of(snapshot.heads());
    Set<String> ids = new HashSet<>(flows.keySet());
    ids.addAll(loaded.keySet());
    for (String id : ids) {
      Optional<FlowEntry> before = find(id);
      @Nullable DeferredEntry flow = loaded.get(id);
      if (flow == null) {
        flows.remove(id);
      } else {
        flows.put(id, flow);
      }
      Optional<FlowEntry> now = find(id);
      if (!now.equals(before)) {
        serve(service, id, now);
      }
    }
    // Only once all flows are in service: until then they are not found, and the store is ahead.
    index = null;
    revision = snapshot.revision();
  }

  // ---- changing

  /**
   * Makes a change as one step: it is committed, and then in service. Where another engine on the
   * same store was faster, the change is made anew from what that engine left.
   */
  <T> T change(FlowService service, Function<FlowEdit, T> change) {
    changes.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        FlowEdit edit = new FlowEdit(this);
        T result = change.apply(edit);
        if (edit.isEmpty()) {
          return result;
        }
        try {
          revision = documents.commit(edit.change(revision));
        } catch (StoreConflictException e) {
          if (attempt == MOST_ATTEMPTS) {
            throw e;
          }
          follow(service);
          continue;
        }
        edit.changed().forEach((id, entry) -> apply(service, id, entry));
        return result;
      }
    } finally {
      changes.unlock();
    }
  }

  private void apply(FlowService service, String id, Optional<FlowEntry> entry) {
    FlowIndex all = index();
    FlowIndex others = find(id).map(all::without).orElse(all);
    if (entry.isPresent()) {
      flows.compute(id, (same, before) -> DeferredEntry.changed(entry.get(), before));
      index = others.with(entry.get());
    } else {
      flows.remove(id);
      index = others;
    }
    serve(service, id, entry);
  }

  private static void serve(FlowService service, String id, Optional<FlowEntry> entry) {
    if (entry.isPresent()) {
      service.serve(entry.get().served());
    } else {
      service.withdraw(id);
    }
  }
}
