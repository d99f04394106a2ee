package dev.sluice.core.manage;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of flows on its way: what they will be like, and what has to be written for it. */
final class FlowEdit {
  private final FlowRegister register;
  private final Map<String, Optional<FlowEntry>> changed = new LinkedHashMap<>();
  private final Map<String, Document> put = new LinkedHashMap<>();
  private final Map<String, Document.Head> heads = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();

  FlowEdit(FlowRegister register) {
    this.register = register;
  }

  // ---- reading

  /** A flow as it will be. */
  Optional<FlowEntry> find(String flowId) {
    return changed.getOrDefault(flowId, register.find(flowId));
  }

  FlowEntry get(String flowId) {
    return find(flowId).orElseThrow(() -> Refusals.noFlow(flowId));
  }

  /** All flows as they will be. */
  List<FlowEntry> all() {
    List<FlowEntry> all = new ArrayList<>();
    for (FlowEntry entry : register.all()) {
      if (!changed.containsKey(entry.head().id())) {
        all.add(entry);
      }
    }
    changed.values().forEach(entry -> entry.ifPresent(all::add));
    return all;
  }

  /** A body as it was: of one that is damaged, nothing, so that it can be mended. */
  ObjectValue body(String id) {
    return Optional.ofNullable(register.bodies(List.of(id)).get(id))
        .orElseGet(() -> register.body(id));
  }

  // ---- changing

  void put(FlowHead head, ObjectValue body) {
    changed.put(head.id(), Optional.of(with(head)));
    put.put(head.id(), new Document(Heads.write(head), body.toJson()));
  }

  /** Changes the head of a flow that keeps its body. */
  void put(FlowHead head) {
    changed.put(head.id(), Optional.of(with(head)));
    @Nullable Document document = put.get(head.id());
    if (document == null) {
      heads.put(head.id(), Heads.write(head));
    } else {
      put.put(head.id(), new Document(Heads.write(head), document.body()));
    }
  }

  private FlowEntry with(FlowHead head) {
    return find(head.id())
        .map(entry -> entry.with(head))
        .orElseGet(() -> new FlowEntry(head, Map.of()));
  }

  void put(VersionHead head, ObjectValue body) {
    changed.put(head.flowId(), Optional.of(get(head.flowId()).with(head)));
    put.put(head.id(), new Document(Heads.write(head), body.toJson()));
  }

  void remove(VersionHead version) {
    changed.put(version.flowId(), Optional.of(get(version.flowId()).without(version)));
    removed.add(version.id());
  }

  void remove(FlowEntry entry) {
    changed.put(entry.head().id(), Optional.empty());
    removed.add(entry.head().id());
    entry.versions().values().forEach(version -> removed.add(version.id()));
  }

  // ---- what comes of it

  boolean isEmpty() {
    return changed.isEmpty();
  }

  /** The flows that change, as they will be; empty those that are deleted. */
  Map<String, Optional<FlowEntry>> changed() {
    return Collections.unmodifiableMap(changed);
  }

  Documents.Change change(long revision) {
    return new Documents.Change(
        revision, List.copyOf(put.values()), List.copyOf(heads.values()), removed);
  }
}
