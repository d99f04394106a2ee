package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes new flows and versions, and changes flows, as part of one edit. */
final class FlowWriter {
  /** What an empty text or null takes away. */
  private static final Set<String> REMOVABLE = Set.of("category", "iconData");

  private final Means means;
  private final FlowEdit edit;
  private final Inspection inspection;

  FlowWriter(Means means, FlowEdit edit) {
    this.means = means;
    this.edit = edit;
    this.inspection = new Inspection(means);
  }

  // ---- flows

  /** Makes a flow of a body whose shape was checked. */
  void create(String id, ObjectValue given, Stamp stamp) {
    create("", id, given, stamp);
  }

  void create(String where, String id, ObjectValue given, Stamp stamp) {
    FlowClass flowClass =
        given.get("flowClass") instanceof StringValue key
            ? FlowClass.ofKey(key.text()).orElse(FlowClass.CLOUD)
            : FlowClass.CLOUD;
    ObjectValue body = means.keys().fill(id, cleaned(Content.body(given)));
    FlowHead draft =
        new FlowHead(
            id,
            given.get("name").toText(),
            flowClass,
            flag(given, "enabled", true),
            null,
            supports(body),
            stamp,
            stamp,
            new Outline(List.of(), List.of(), ""));
    put(where, draft, body);
  }

  private void put(String where, FlowHead draft, ObjectValue body) {
    Outline outline =
        inspection.outline(
            where, () -> Content.version(null, draft, FlowVersion.DEVELOP, true, body));
    FlowHead head =
        new FlowHead(
            draft.id(),
            draft.name(),
            draft.flowClass(),
            draft.enabled(),
            draft.defaultVersionId(),
            draft.supports(),
            draft.created(),
            draft.updated(),
            outline);
    edit.put(head, body);
    Inspection.refuseCircles(edit, edit.get(head.id()));
  }

  /** Changes a flow by a patch whose shape was checked. */
  void patch(FlowEntry entry, ObjectValue patch, Stamp stamp) {
    FlowHead known = entry.head();
    @Nullable String defaultVersionId = known.defaultVersionId();
    if (patch.get("defaultVersionId") instanceof NullValue) {
      defaultVersionId = null;
    } else if (patch.get("defaultVersionId") instanceof StringValue id) {
      if (entry.versions().values().stream().noneMatch(v -> v.id().equals(id.text()))) {
        throw Refusals.invalid("defaultVersionId", id, "the id of a version of the flow");
      }
      defaultVersionId = id.text();
    }
    FlowHead head =
        new FlowHead(
            known.id(),
            patch.has("name") ? patch.get("name").toText() : known.name(),
            known.flowClass(),
            flag(patch, "enabled", known.enabled()),
            defaultVersionId,
            known.supports(),
            known.created(),
            stamp,
            known.outline());
    ObjectValue changes = Content.body(patch);
    if (changes.isEmpty()) {
      edit.put(head);
      return;
    }
    ObjectValue body =
        means
            .keys()
            .fill(known.id(), cleaned(edit.body(known.id()).toBuilder().putAll(changes).build()));
    put("", head, body);
  }

  private static ObjectValue cleaned(ObjectValue body) {
    ObjectValue.Builder cleaned = body.toBuilder();
    for (String name : REMOVABLE) {
      Value value = body.get(name);
      if (value instanceof NullValue || (value instanceof StringValue t && t.text().isEmpty())) {
        cleaned.remove(name);
      }
    }
    return cleaned.build();
  }

  private static List<String> supports(ObjectValue body) {
    List<String> supports = new ArrayList<>();
    if (body.get("customNodeSupports") instanceof ArrayValue array) {
      array.forEach(item -> supports.add(item.toText()));
    }
    return supports;
  }

  private static boolean flag(ObjectValue given, String name, boolean otherwise) {
    return given.get(name) instanceof BooleanValue flag ? flag.isTruthy() : otherwise;
  }

  // ---- versions

  /**
   * Makes a version of a body whose shape was checked.
   *
   * @param flowBody the body of its flow
   */
  void create(
      String where,
      String id,
      String flowId,
      ObjectValue flowBody,
      ObjectValue given,
      Stamp stamp) {
    FlowEntry entry = edit.get(flowId);
    String name = given.get("version").toText();
    if (name.equals(FlowVersion.DEVELOP) || name.equals(FlowEntry.DEFAULT)) {
      throw Refusals.invalid(where + "version", name, "a name other than develop and default");
    }
    boolean enabled = flag(given, "enabled", true);
    ObjectValue body = means.keys().fill(flowId, cleaned(Content.body(given)));
    ObjectValue checked =
        entry.head().flowClass() == FlowClass.CUSTOM_NODE ? Content.withFlow(body, flowBody) : body;
    Outline outline =
        inspection.outline(where, () -> Content.version(id, entry.head(), name, enabled, checked));
    edit.put(new VersionHead(id, flowId, name, enabled, stamp, stamp, outline), body);
    Inspection.refuseCircles(edit, edit.get(flowId));
  }
}
