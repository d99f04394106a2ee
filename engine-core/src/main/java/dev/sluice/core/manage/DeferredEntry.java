package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.store.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow as the register has it from its store. To read the heads of thousands of flows takes
 * longer than all else that opening a store takes, so each is read when it is first asked for. Safe
 * for many threads.
 */
final class DeferredEntry {
  private volatile State state;

  private DeferredEntry(State state) {
    this.state = state;
  }

  private sealed interface State {}

  private record Unread(String flowId, Document.@Nullable Head flow, List<Document.Head> versions)
      implements State {}

  private record Read(Optional<FlowEntry> entry, List<BrokenVersion> failures) implements State {}

  /** The flows of a store, by id. */
  static Map<String, DeferredEntry> of(List<Document.Head> heads) {
    Map<String, Document.Head> flows = new HashMap<>();
    Map<String, List<Document.Head>> versions = new HashMap<>();
    for (Document.Head head : heads) {
      String flowId = head.flowId();
      if (flowId == null) {
        flows.put(head.id(), head);
      } else {
        versions.computeIfAbsent(flowId, id -> new ArrayList<>()).add(head);
      }
    }
    Set<String> flowIds = new HashSet<>(flows.keySet());
    flowIds.addAll(versions.keySet());
    Map<String, DeferredEntry> entries = new HashMap<>();
    for (String flowId : flowIds) {
      Unread unread =
          new Unread(flowId, flows.get(flowId), versions.getOrDefault(flowId, List.of()));
      entries.put(flowId, new DeferredEntry(unread));
    }
    return entries;
  }

  /** A flow that was changed after it was read; what could not be read then cannot be now. */
  static DeferredEntry changed(FlowEntry entry, @Nullable DeferredEntry before) {
    return new DeferredEntry(
        new Read(Optional.of(entry), before == null ? List.of() : before.failures()));
  }

  /** The flow; nothing if its head cannot be read. Versions whose heads cannot are not in it. */
  Optional<FlowEntry> entry() {
    return read().entry;
  }

  /** What cannot be read. */
  List<BrokenVersion> failures() {
    return read().failures;
  }

  /** Two threads may both read what neither found read: the same. */
  private Read read() {
    return switch (state) {
      case Read read -> read;
      case Unread unread -> {
        Read read = read(unread);
        state = read;
        yield read;
      }
    };
  }

  private static Read read(Unread unread) {
    List<BrokenVersion> failures = new ArrayList<>();
    Map<String, VersionHead> versions = new HashMap<>();
    for (Document.Head head : unread.versions) {
      try {
        VersionHead version = Heads.version(head, unread.flowId);
        versions.put(version.version(), version);
      } catch (InvalidJsonException | IllegalArgumentException e) {
        failures.add(failure(unread.flowId, head.id(), head, e));
      }
    }
    Optional<FlowEntry> entry = Optional.empty();
    Document.Head flow = unread.flow;
    if (flow != null) {
      try {
        entry = Optional.of(new FlowEntry(Heads.flow(flow), versions));
      } catch (InvalidJsonException | IllegalArgumentException e) {
        failures.add(failure(unread.flowId, FlowVersion.DEVELOP, flow, e));
      }
    }
    return new Read(entry, List.copyOf(failures));
  }

  private static BrokenVersion failure(
      String flowId, String version, Document.Head head, RuntimeException cause) {
    return new BrokenVersion(
        flowId,
        version,
        FlowRegister.damaged(head.id(), String.valueOf(cause.getMessage())).problems());
  }
}
