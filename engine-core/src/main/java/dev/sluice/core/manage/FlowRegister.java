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
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.StoreConflictException;
import dev.sluice.api.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flows of a store: their heads in memory, their bodies read when they are needed. Each change
 * is committed to the store before anyone sees it, and then put in service. Safe for many threads.
 */
public final class FlowRegister {
  /** So often another engine on the same store may have been faster. */
  private static final int MOST_ATTEMPTS = 20;

  private final Documents documents;
  private final Map<String, FlowEntry> entries = new ConcurrentHashMap<>();
  private final ReentrantLock changes = new ReentrantLock();
  private volatile List<BrokenVersion> unreadable = List.of();
  private volatile FlowIndex index = FlowIndex.EMPTY;

  // Guarded by the lock.
  private long revision;

  /** The flows of a store, which are only read by {@link #open}. */
  public FlowRegister(Documents documents) {
    this.documents = documents;
  }

  // ---- reading

  Optional<FlowEntry> find(String flowId) {
    return Optional.ofNullable(entries.get(flowId));
  }

  /** Whether there is a flow of an id. */
  public boolean contains(String flowId) {
    return entries.containsKey(flowId);
  }

  FlowEntry get(String flowId) {
    return find(flowId).orElseThrow(() -> Refusals.noFlow(flowId));
  }

  /** All flows, in the order of their names. */
  List<FlowEntry> all() {
    return index.all();
  }

  /** All flows at this moment. */
  FlowIndex index() {
    return index;
  }

  /** Documents whose heads could not be read. */
  List<BrokenVersion> unreadable() {
    return unreadable;
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

  private static InvalidFlowException damaged(String id, String message) {
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

  /** Reads all heads and puts the flows in service; to be done once, before anything else. */
  public void open(FlowService service) {
    changes.lock();
    try {
      Documents.Snapshot snapshot = documents.snapshot();
      Map<String, FlowEntry> loaded = entries(snapshot.heads());
      entries.putAll(loaded);
      service.begin(loaded.values().stream().map(FlowEntry::served).toList());
      loaded(loaded.values(), snapshot.revision());
    } finally {
      changes.unlock();
    }
  }

  /** Follows what another engine on the same store did. */
  private void follow(FlowService service) {
    Documents.Snapshot snapshot = documents.snapshot();
    Map<String, FlowEntry> loaded = entries(snapshot.heads());
    entries.keySet().stream()
        .filter(id -> !loaded.containsKey(id))
        .toList()
        .forEach(
            id -> {
              entries.remove(id);
              service.withdraw(id);
            });
    loaded.forEach(
        (id, entry) -> {
          if (!entry.equals(entries.put(id, entry))) {
            service.serve(entry.served());
          }
        });
    loaded(loaded.values(), snapshot.revision());
  }

  /** Only once all flows are in service: until then they are not found, and the store is ahead. */
  private void loaded(Collection<FlowEntry> flows, long newRevision) {
    index = FlowIndex.of(flows);
    revision = newRevision;
  }

  private Map<String, FlowEntry> entries(List<Document.Head> heads) {
    Map<String, FlowHead> flows = new HashMap<>();
    Map<String, Map<String, VersionHead>> versions = new HashMap<>();
    List<BrokenVersion> failures = new ArrayList<>();
    for (Document.Head head : heads) {
      @Nullable String flowId = head.flowId();
      try {
        if (flowId == null) {
          flows.put(head.id(), Heads.flow(head));
        } else {
          VersionHead version = Heads.version(head, flowId);
          versions.computeIfAbsent(flowId, id -> new HashMap<>()).put(version.version(), version);
        }
      } catch (InvalidJsonException | IllegalArgumentException e) {
        failures.add(unreadable(head, String.valueOf(e.getMessage())));
      }
    }
    unreadable = List.copyOf(failures);
    Map<String, FlowEntry> loaded = new HashMap<>();
    flows.forEach(
        (id, head) -> loaded.put(id, new FlowEntry(head, versions.getOrDefault(id, Map.of()))));
    return loaded;
  }

  private static BrokenVersion unreadable(Document.Head head, String message) {
    String flowId = head.flowId() == null ? head.id() : head.flowId();
    String version = head.flowId() == null ? FlowVersion.DEVELOP : head.id();
    return new BrokenVersion(flowId, version, damaged(head.id(), message).problems());
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
    @Nullable FlowEntry known = entries.get(id);
    FlowIndex others = known == null ? index : index.without(known);
    if (entry.isPresent()) {
      entries.put(id, entry.get());
      index = others.with(entry.get());
      service.serve(entry.get().served());
    } else {
      entries.remove(id);
      index = others;
      service.withdraw(id);
    }
  }
}
