package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowErrors;
import dev.sluice.api.manage.FlowLog;
import dev.sluice.api.manage.FlowOperations;
import dev.sluice.api.manage.FlowStats;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StorageMetadata;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.Success;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.store.Storage;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.Relay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations on one flow. */
final class OneFlow implements FlowOperations {
  /** The largest value of a storage entry, as JSON in bytes. */
  private static final int MAX_VALUE_BYTES = 16 * 1024;

  private static final Success DONE = new Success();

  private final Means means;
  private final String flowId;
  private final Views views;
  private final RunRecords records;

  OneFlow(Means means, String flowId) {
    this.means = means;
    this.flowId = flowId;
    this.views = new Views(means);
    this.records = new RunRecords(means);
  }

  private FlowEntry entry() {
    return means.register().get(flowId);
  }

  // ---- the flow

  @Override
  public StoredFlow get(boolean includeCustomNodes) {
    return show(entry(), includeCustomNodes);
  }

  private StoredFlow show(FlowEntry entry, boolean includeCustomNodes) {
    return views.flow(
        entry,
        records.totals(flowId, Optional.empty()),
        views.called(includeCustomNodes, List.of(entry.head().outline())));
  }

  @Override
  public StoredFlow patch(ObjectValue patch, boolean includeCustomNodes) {
    entry();
    Shape.flowPatch().check("", patch);
    Stamp stamp = means.stamp();
    FlowEntry changed =
        means
            .register()
            .change(
                means.service(),
                edit -> {
                  new FlowWriter(means, edit).patch(edit.get(flowId), patch, stamp);
                  return edit.get(flowId);
                });
    return show(changed, includeCustomNodes);
  }

  @Override
  public Success delete() {
    means
        .register()
        .change(
            means.service(),
            edit -> {
              FlowEntry entry = edit.get(flowId);
              List<String> callers = CustomNodeUses.callers(edit.all(), flowId);
              if (entry.head().flowClass() == FlowClass.CUSTOM_NODE && !callers.isEmpty()) {
                throw Refusals.invalid(
                    "The custom node "
                        + entry.head().name()
                        + " is in use by "
                        + String.join(", ", callers));
              }
              edit.remove(entry);
              return DONE;
            });
    means.service().cancelScheduled(flowId);
    means.storage().storage(flowId).clear();
    means.recorder().forget(flowId);
    return DONE;
  }

  // ---- what is known of its runs

  @Override
  public FlowErrors errors(ErrorsQuery query) {
    return records.errors(flowId, RunRecords.version(entry(), query.flowVersion()), query);
  }

  @Override
  public FlowStats stats(StatsQuery query) {
    return records.stats(flowId, RunRecords.version(entry(), query.flowVersion()), query);
  }

  @Override
  public FlowLog getLogEntries(LogQuery query) {
    entry();
    return records.log(flowId, Optional.empty(), query);
  }

  // ---- storage

  private Storage storage() {
    entry();
    return means.storage().storage(flowId);
  }

  @Override
  public ObjectValue getStorageEntries() {
    return ObjectValue.of(storage().entries());
  }

  @Override
  public Success setStorageEntry(ObjectValue entry) {
    Storage storage = storage();
    Shape.storageEntry().check("", entry);
    Value value = entry.get("value");
    if (entry.has("value") && bytes(value) > MAX_VALUE_BYTES) {
      throw Refusals.invalid(
          "value", bytes(value) + " bytes of JSON", "at most " + MAX_VALUE_BYTES);
    }
    storage.set(entry.get("key").toText(), value);
    return DONE;
  }

  private static long bytes(Value value) {
    return value.toJson().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public ObjectValue clearStorageEntries() {
    storage().clear();
    return ObjectValue.empty();
  }

  @Override
  public StorageMetadata getStorageEntriesMetadata() {
    Map<String, Value> entries = storage().entries();
    long used = 0;
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      used += entry.getKey().getBytes(StandardCharsets.UTF_8).length + bytes(entry.getValue());
    }
    return new StorageMetadata(entries.size(), used);
  }

  // ---- virtual buttons

  @Override
  public Success pressVirtualButton(ObjectValue body) {
    entry();
    Shape.press().check("", body);
    ButtonPress press = ButtonPress.of(body.get("key").toText());
    if (body.has("payload")) {
      press = press.with(body.get("payload"));
    }
    if (body.has("meta")) {
      press = press.withMeta(body.get("meta"));
    }
    @Nullable String device = text(body, "deviceId");
    if (device != null) {
      press = press.on(Device.of(device));
    }
    press = press.in(new Circumstances(null, relay(), text(body, "flowVersion")));
    try {
      means.service().press(flowId, press);
    } catch (RunRejectedException e) {
      throw new ManagementException(type(e), String.valueOf(e.getMessage()));
    }
    return DONE;
  }

  /** Who presses, if that is known. */
  private @Nullable Relay relay() {
    @Nullable Author author = means.author();
    return author == null ? null : new Relay(author.id(), author.type().key());
  }

  private static @Nullable String text(ObjectValue body, String name) {
    return body.get(name) instanceof StringValue text ? text.text() : null;
  }

  private static ManagementException.Type type(RunRejectedException rejected) {
    return switch (rejected.reason()) {
      case NO_FLOW, NO_TRIGGER -> ManagementException.Type.NOT_FOUND;
      case DISABLED, INVALID_FLOW, PAYLOAD_TOO_LARGE -> ManagementException.Type.VALIDATION;
      case QUEUE_FULL, FLOW_QUEUE_FULL, SCHEDULE_FULL -> ManagementException.Type.TOO_MANY_REQUESTS;
      case CLOSED -> ManagementException.Type.UNAVAILABLE;
    };
  }
}
