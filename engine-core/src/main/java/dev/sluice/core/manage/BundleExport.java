package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.core.document.ArchiveWriter;
import dev.sluice.core.graph.CustomNodeKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives out flows with all their versions, and the custom nodes that they call. */
final class BundleExport {
  private final FlowRegister register;

  BundleExport(FlowRegister register) {
    this.register = register;
  }

  /**
   * A document as it is given out.
   *
   * @param name what it is called
   * @param flowClass the flow's class
   * @param id its id
   * @param json the document
   */
  private record Item(String name, FlowClass flowClass, String id, ObjectValue json) {}

  /** The flows and versions that go together. */
  private record Bundle(List<Item> flows, List<Item> versions) {}

  ObjectValue bundle(Collection<String> flowIds) {
    Bundle bundle = collect(flowIds);
    return ObjectValue.builder()
        .put("flows", ArrayValue.of(bundle.flows.stream().map(Item::json).toList()))
        .put("flowVersions", ArrayValue.of(bundle.versions.stream().map(Item::json).toList()))
        .build();
  }

  /** In an archive, placeholders stand wherever an id would. */
  void archive(Collection<String> flowIds, Path target) throws IOException {
    Bundle bundle = collect(flowIds);
    Map<String, String> placeholders = new HashMap<>();
    bundle.flows.forEach(flow -> add(placeholders, "flow", flow));
    bundle.versions.forEach(version -> add(placeholders, "flowVersion", version));
    IdReplacement replacement = new IdReplacement(placeholders);
    ArchiveWriter archive = new ArchiveWriter();
    for (Item flow : bundle.flows) {
      archive.add(flow.name, flow.flowClass, replacement.replace(flow.json));
    }
    for (Item version : bundle.versions) {
      archive.add(version.name, version.flowClass, replacement.replace(version.json));
    }
    archive.write(target);
  }

  private static void add(Map<String, String> placeholders, String kind, Item item) {
    String name = item.name.replaceAll("[^0-9a-zA-Z]", "");
    String placeholder = "~exportplaceholderid-" + kind + "-" + name + "~";
    for (int i = 2; placeholders.containsValue(placeholder); i++) {
      placeholder = "~exportplaceholderid-" + kind + "-" + name + i + "~";
    }
    placeholders.put(item.id, placeholder);
  }

  private Bundle collect(Collection<String> flowIds) {
    Map<String, FlowEntry> entries = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String id : flowIds) {
      register.get(id);
      open.add(id);
    }
    while (!open.isEmpty()) {
      String id = open.remove();
      Optional<FlowEntry> entry = register.find(id);
      if (entry.isPresent() && entries.putIfAbsent(id, entry.get()) == null) {
        outlines(entry.get())
            .forEach(
                outline -> outline.calls().stream().map(CustomNodeKey::flowId).forEach(open::add));
      }
    }
    List<Item> flows = new ArrayList<>();
    List<Item> versions = new ArrayList<>();
    for (FlowEntry entry : entries.values()) {
      FlowHead head = entry.head();
      flows.add(new Item(head.name(), head.flowClass(), head.id(), flow(head)));
      for (VersionHead version : entry.versions().values()) {
        versions.add(
            new Item(
                head.name() + "-" + version.version(),
                head.flowClass(),
                version.id(),
                version(head, version)));
      }
    }
    return new Bundle(flows, versions);
  }

  private static List<Outline> outlines(FlowEntry entry) {
    List<Outline> outlines = new ArrayList<>();
    outlines.add(entry.head().outline());
    entry.versions().values().forEach(version -> outlines.add(version.outline()));
    return outlines;
  }

  private ObjectValue flow(FlowHead head) {
    ObjectValue.Builder json =
        ObjectValue.builder()
            .put("id", head.id())
            .put("name", head.name())
            .put("flowClass", head.flowClass().key())
            .put("enabled", head.enabled());
    if (head.defaultVersionId() != null) {
      json.put("defaultVersionId", head.defaultVersionId());
    }
    return whole(json, register.body(head.id()));
  }

  private ObjectValue version(FlowHead flow, VersionHead version) {
    ObjectValue.Builder json =
        ObjectValue.builder()
            .put("id", version.id())
            .put("flowId", flow.id())
            .put("version", version.version())
            .put("enabled", version.enabled());
    return whole(json, register.body(version.id()));
  }

  /** A document is known for a flow by its nodes, be there none. */
  private static ObjectValue whole(ObjectValue.Builder json, ObjectValue body) {
    json.putAll(body);
    return body.has("nodes") ? json.build() : json.put("nodes", ArrayValue.of()).build();
  }
}
