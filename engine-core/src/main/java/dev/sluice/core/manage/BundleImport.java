package dev.sluice.core.manage;

import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in a bundle of flows and versions, all of it or nothing. */
final class BundleImport {
  private static final int MOST = 1_000;
  private static final Set<String> PARTS = Set.of("flows", "flowVersions");

  private final Means means;
  private final Views views;

  BundleImport(Means means) {
    this.means = means;
    this.views = new Views(means);
  }

  /**
   * A flow or a version of a bundle.
   *
   * @param where its place in the bundle
   * @param given the document
   * @param oldId the id that it had, if any
   * @param id the id that it gets
   */
  private record Item(String where, ObjectValue given, @Nullable String oldId, String id) {}

  ImportResult run(ObjectValue bundle) {
    bundle.forEach(
        (name, part) -> {
          if (!PARTS.contains(name)) {
            throw Refusals.invalid(name, "a property that is not known", "flows or flowVersions");
          }
        });
    List<Item> flows = items(bundle, "flows", Shape.importedFlow());
    List<Item> versions = items(bundle, "flowVersions", Shape.importedVersion());
    Map<String, String> flowIds = ids(flows);
    Map<String, String> versionIds = ids(versions);
    Map<String, String> newIds = new HashMap<>(flowIds);
    newIds.putAll(versionIds);
    IdReplacement replacement = new IdReplacement(newIds);
    Stamp stamp = means.stamp();
    return means
        .register()
        .change(
            means.service(),
            edit -> {
              write(edit, flows, versions, replacement, stamp);
              return new Imported(flows, versions, flowIds, versionIds);
            })
        .result(means.register(), views);
  }

  /** What was taken in. */
  private record Imported(
      List<Item> flows,
      List<Item> versions,
      Map<String, String> flowIds,
      Map<String, String> versionIds) {
    ImportResult result(FlowRegister register, Views views) {
      Map<String, VersionCandidate> made = new LinkedHashMap<>();
      for (FlowEntry entry : register.all()) {
        entry
            .versions()
            .values()
            .forEach(version -> made.put(version.id(), new VersionCandidate(entry, version)));
      }
      return new ImportResult(
          views.flows(flows.stream().flatMap(item -> register.find(item.id).stream()).toList()),
          views.versions(
              versions.stream()
                  .filter(item -> made.containsKey(item.id))
                  .map(item -> made.get(item.id))
                  .toList()),
          flowIds,
          versionIds);
    }
  }

  private List<Item> items(ObjectValue bundle, String name, Shape shape) {
    Value part = bundle.get(name);
    if (!part.isPresent()) {
      return List.of();
    }
    if (!(part instanceof ArrayValue array) || array.size() > MOST) {
      throw Refusals.invalid(name, part, "an array of at most " + MOST);
    }
    List<Item> items = new ArrayList<>();
    for (Value value : array) {
      String where = name + "[" + items.size() + "].";
      if (!(value instanceof ObjectValue given)) {
        throw Refusals.invalid(name + "[" + items.size() + "]", value, "an object");
      }
      shape.check(where, given);
      String oldId = given.get("id") instanceof StringValue id ? id.text() : null;
      items.add(new Item(where, given, oldId, means.ids().next()));
    }
    return items;
  }

  private static Map<String, String> ids(List<Item> items) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.oldId != null && ids.put(item.oldId, item.id) != null) {
        throw Refusals.invalid(item.where + "id", item.oldId, "an id that no other has");
      }
    }
    return ids;
  }

  private void write(
      FlowEdit edit,
      List<Item> flows,
      List<Item> versions,
      IdReplacement replacement,
      Stamp stamp) {
    FlowWriter writer = new FlowWriter(means, edit);
    Map<String, ObjectValue> bodies = new HashMap<>();
    for (Item item : flows) {
      ObjectValue given = replacement.replace(item.given);
      writer.create(item.where, item.id, given, stamp);
      bodies.put(item.id, Content.body(given));
    }
    for (Item item : versions) {
      ObjectValue given = replacement.replace(item.given);
      String flowId = given.get("flowId").toText();
      FlowEntry entry =
          edit.find(flowId)
              .orElseThrow(
                  () ->
                      Refusals.invalid(
                          item.where + "flowId",
                          item.given.get("flowId"),
                          "the id of a flow, of the bundle or here"));
      String name = given.get("version").toText();
      if (entry.versions().containsKey(name)) {
        throw Refusals.invalid(
            item.where + "version", name, "a name that no version of the flow has");
      }
      ObjectValue flowBody = bodies.computeIfAbsent(flowId, edit::body);
      writer.create(item.where, item.id, flowId, flowBody, given, stamp);
    }
    for (Item item : flows) {
      setDefault(edit, item, replacement);
    }
  }

  /** Only now are the versions there. */
  private static void setDefault(FlowEdit edit, Item item, IdReplacement replacement) {
    if (item.given.get("defaultVersionId") instanceof StringValue old) {
      String id = replacement.of(old.text());
      FlowEntry entry = edit.get(item.id);
      if (entry.versions().values().stream().noneMatch(version -> version.id().equals(id))) {
        throw Refusals.invalid(
            item.where + "defaultVersionId", old, "the id of a version of the flow");
      }
      edit.put(entry.head().withDefaultVersion(id));
    }
  }
}
