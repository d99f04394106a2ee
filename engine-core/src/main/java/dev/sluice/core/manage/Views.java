package dev.sluice.core.manage;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.manage.CalledCustomNodes;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.Origin;
import dev.sluice.api.manage.RunTotals;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.graph.CustomNodeKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows flows and versions as answers have them. */
final class Views {
  private static final Comparator<FlowEntry> BY_NAME =
      Comparator.comparing((FlowEntry entry) -> entry.head().name())
          .thenComparing(entry -> entry.head().id());

  private final Means means;

  Views(Means means) {
    this.means = means;
  }

  // ---- flows

  StoredFlow flow(
      FlowEntry entry, @Nullable RunTotals stats, @Nullable CalledCustomNodes customNodes) {
    String id = entry.head().id();
    @Nullable ObjectValue body = means.register().bodies(List.of(id)).get(id);
    if (body == null) {
      throw Refusals.noFlow(id);
    }
    return flow(entry, body, uses(List.of(entry)), stats, customNodes);
  }

  /** Flows in their order; one that was deleted meanwhile is missing. */
  List<StoredFlow> flows(List<FlowEntry> entries) {
    Map<String, ObjectValue> bodies =
        means.register().bodies(entries.stream().map(entry -> entry.head().id()).toList());
    Map<String, Integer> uses = uses(entries);
    List<StoredFlow> flows = new ArrayList<>();
    for (FlowEntry entry : entries) {
      @Nullable ObjectValue body = bodies.get(entry.head().id());
      if (body != null) {
        flows.add(flow(entry, body, uses, null, null));
      }
    }
    return flows;
  }

  private Map<String, Integer> uses(Collection<FlowEntry> shown) {
    Set<String> customNodes =
        shown.stream()
            .filter(Views::isCustomNode)
            .map(entry -> entry.head().id())
            .collect(Collectors.toSet());
    return customNodes.isEmpty()
        ? Map.of()
        : CustomNodeUses.count(means.register().all(), customNodes);
  }

  private static boolean isCustomNode(FlowEntry entry) {
    return entry.head().flowClass() == FlowClass.CUSTOM_NODE;
  }

  private StoredFlow flow(
      FlowEntry entry,
      ObjectValue body,
      Map<String, Integer> uses,
      @Nullable RunTotals stats,
      @Nullable CalledCustomNodes customNodes) {
    FlowHead head = entry.head();
    return new StoredFlow(
        document(head, body),
        origin(head.created(), head.updated()),
        isCustomNode(entry) ? uses.getOrDefault(head.id(), 0) : null,
        stats,
        customNodes);
  }

  /** What does not fit the flow format any more is shown as far as its head tells. */
  private static Flow document(FlowHead head, ObjectValue body) {
    try {
      return Content.flow(head, body);
    } catch (InvalidFlowException e) {
      return Content.flow(head, ObjectValue.empty());
    }
  }

  private Origin origin(Stamp created, Stamp updated) {
    return new Origin(
        means.applicationId().isEmpty() ? null : means.applicationId(),
        created.time(),
        created.author(),
        updated.time(),
        updated.author());
  }

  // ---- versions

  StoredVersion version(
      VersionCandidate version,
      @Nullable RunTotals stats,
      @Nullable CalledCustomNodes customNodes) {
    String id = version.documentId();
    @Nullable ObjectValue body = means.register().bodies(List.of(id)).get(id);
    if (body == null) {
      throw Refusals.noVersion(version.entry().head().id(), version.name());
    }
    return version(version, body, stats, customNodes);
  }

  /**
   * One page of versions.
   *
   * @param found all that were found
   * @param page those on the page
   * @param flowId the id of the flow whose versions they are, null if they are of several
   */
  FlowVersionPage versionPage(
      List<VersionCandidate> found,
      List<VersionCandidate> page,
      PageRequest request,
      @Nullable String flowId,
      boolean includeCustomNodes) {
    return new FlowVersionPage(
        versions(page),
        request.listing(found.size(), means.applicationId()),
        flowId,
        called(includeCustomNodes, page.stream().map(VersionCandidate::outline).toList()));
  }

  /** Versions in their order; one that was deleted meanwhile is missing. */
  List<StoredVersion> versions(List<VersionCandidate> versions) {
    Map<String, ObjectValue> bodies =
        means.register().bodies(versions.stream().map(VersionCandidate::documentId).toList());
    List<StoredVersion> shown = new ArrayList<>();
    for (VersionCandidate version : versions) {
      @Nullable ObjectValue body = bodies.get(version.documentId());
      if (body != null) {
        shown.add(version(version, body, null, null));
      }
    }
    return shown;
  }

  private StoredVersion version(
      VersionCandidate version,
      ObjectValue body,
      @Nullable RunTotals stats,
      @Nullable CalledCustomNodes customNodes) {
    return new StoredVersion(
        document(version, body), origin(version.created(), version.updated()), stats, customNodes);
  }

  private static FlowVersion document(VersionCandidate version, ObjectValue body) {
    @Nullable VersionHead head = version.version();
    String id = head == null ? null : head.id();
    FlowHead flow = version.entry().head();
    try {
      return Content.version(id, flow, version.name(), version.enabled(), body);
    } catch (InvalidFlowException e) {
      return Content.version(id, flow, version.name(), version.enabled(), ObjectValue.empty());
    }
  }

  // ---- custom nodes that are called

  /** What flows call, if that is asked for. */
  @Nullable CalledCustomNodes called(boolean include, Collection<Outline> outlines) {
    return include ? called(outlines) : null;
  }

  private CalledCustomNodes called(Collection<Outline> outlines) {
    Map<String, FlowEntry> flows = new TreeMap<>();
    Map<String, Set<String>> versions = new TreeMap<>();
    Set<CustomNodeKey> seen = new TreeSet<>(Comparator.comparing(CustomNodeKey::toString));
    Deque<CustomNodeKey> open = new ArrayDeque<>();
    outlines.forEach(outline -> open.addAll(outline.calls()));
    while (!open.isEmpty()) {
      CustomNodeKey call = open.remove();
      Optional<FlowEntry> entry = means.register().find(call.flowId());
      if (seen.add(call) && entry.isPresent()) {
        flows.put(call.flowId(), entry.get());
        version(entry.get(), call.version())
            .ifPresent(
                version ->
                    versions
                        .computeIfAbsent(call.flowId(), id -> new TreeSet<>())
                        .add(version.version()));
        entry.get().called(call.version()).ifPresent(outline -> open.addAll(outline.calls()));
      }
    }
    List<FlowEntry> entries = flows.values().stream().sorted(BY_NAME).toList();
    Map<String, VersionCandidate> shown = new LinkedHashMap<>();
    for (FlowEntry entry : entries) {
      for (String name : versions.getOrDefault(entry.head().id(), Set.of())) {
        entry
            .version(name)
            .ifPresent(version -> shown.put(version.id(), new VersionCandidate(entry, version)));
      }
    }
    return new CalledCustomNodes(flows(entries), versions(List.copyOf(shown.values())));
  }

  private static Optional<VersionHead> version(FlowEntry entry, String name) {
    return name.equals(FlowEntry.DEFAULT)
        ? entry.defaultVersion()
        : Optional.ofNullable(entry.versions().get(name));
  }
}
