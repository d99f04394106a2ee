package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.store.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private record Unread(Document.@Nullable Head flow, List<Document.Head> versions)
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
        versions.putIfAbsent(head.id(), List.of());
      } else {
        List<Document.Head> known = versions.getOrDefault(flowId, List.of());
        if (known.isEmpty()) {
          known = new ArrayList<>();
          versions.put(flowId, known);
        }
        known.add(head);
      }
    }
    Map<String, DeferredEntry> stored = new HashMap<>();
    versions.forEach(
        (flowId, ofFlow) ->
            stored.put(flowId, new DeferredEntry(new Unread(flows.get(flowId), ofFlow))));
    return stored;
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
        VersionHead version = Heads.version(head, String.valueOf(head.flowId()));
        versions.put(version.version(), version);
      } catch (InvalidJsonException | IllegalArgumentException e) {
        failures.add(failure(head, e));
      }
    }
    Optional<FlowEntry> entry = Optional.empty();
    Document.Head flow = unread.flow;
    if (flow != null) {
      try {
        entry = Optional.of(new FlowEntry(Heads.flow(flow), versions));
      } catch (InvalidJsonException | IllegalArgumentException e) {
        failures.add(failure(flow, e));
      }
    }
    return new Read(entry, List.copyOf(failures));
  }

  private static BrokenVersion failure(Document.Head head, RuntimeException cause) {
    String flowId = head.flowId();
    return new BrokenVersion(
        flowId == null ? head.id() : flowId,
        flowId == null ? FlowVersion.DEVELOP : head.id(),
        FlowRegister.damaged(head.id(), String.valueOf(cause.getMessage())).problems());
  }
}
