package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowErrors;
import dev.sluice.api.manage.FlowLog;
import dev.sluice.api.manage.FlowStats;
import dev.sluice.api.manage.FlowVersionOperations;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.manage.Success;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import java.util.Optional;

/** The operations on one version of a flow. */
final class OneVersion implements FlowVersionOperations {
  private final Means means;
  private final String flowId;
  private final String idOrName;
  private final Views views;
  private final RunRecords records;

  OneVersion(Means means, String flowId, String idOrName) {
    this.means = means;
    this.flowId = flowId;
    this.idOrName = idOrName;
    this.views = new Views(means);
    this.records = new RunRecords(means);
  }

  private VersionCandidate version() {
    return version(means.register().get(flowId));
  }

  private VersionCandidate version(FlowEntry entry) {
    return switch (idOrName) {
      case FlowVersion.DEVELOP -> new VersionCandidate(entry, null);
      case FlowEntry.DEFAULT -> new VersionCandidate(entry, entry.defaultVersion().orElse(null));
      default ->
          new VersionCandidate(
              entry,
              entry.version(idOrName).orElseThrow(() -> Refusals.noVersion(flowId, idOrName)));
    };
  }

  /** The version, if it is one that can be changed by itself. */
  private VersionHead published(FlowEntry entry) {
    VersionHead version = version(entry).version();
    if (version == null) {
      throw Refusals.invalid(
          "The develop version of the flow " + flowId + " is changed and deleted with its flow");
    }
    return version;
  }

  @Override
  public StoredVersion get(boolean includeCustomNodes) {
    return show(version(), includeCustomNodes);
  }

  private StoredVersion show(VersionCandidate version, boolean includeCustomNodes) {
    return views.version(
        version,
        records.totals(flowId, Optional.of(RunRecords.Version.of(version))),
        views.called(includeCustomNodes, List.of(version.outline())));
  }

  @Override
  public StoredVersion patch(ObjectValue patch, boolean includeCustomNodes) {
    published(means.register().get(flowId));
    Shape.versionPatch().check("", patch);
    Stamp stamp = means.stamp();
    VersionCandidate changed =
        means
            .register()
            .change(
                means.service(),
                edit -> {
                  VersionHead known = published(edit.get(flowId));
                  boolean enabled =
                      patch.get("enabled") instanceof BooleanValue flag
                          ? flag.isTruthy()
                          : known.enabled();
                  VersionHead head =
                      new VersionHead(
                          known.id(),
                          flowId,
                          known.version(),
                          enabled,
                          known.created(),
                          stamp,
                          known.outline());
                  ObjectValue.Builder body = edit.body(known.id()).toBuilder();
                  if (patch.has("notes")) {
                    body.put("notes", patch.get("notes"));
                  }
                  edit.put(head, body.build());
                  return new VersionCandidate(edit.get(flowId), head);
                });
    return show(changed, includeCustomNodes);
  }

  @Override
  public Success delete() {
    return means
        .register()
        .change(
            means.service(),
            edit -> {
              FlowEntry entry = edit.get(flowId);
              VersionHead version = published(entry);
              AllVersions.reasonToKeep(edit, entry, version)
                  .ifPresent(
                      reason -> {
                        throw Refusals.invalid(reason);
                      });
              edit.remove(version);
              return new Success();
            });
  }

  @Override
  public FlowErrors errors(ErrorsQuery query) {
    return records.errors(flowId, Optional.of(RunRecords.Version.of(version())), query);
  }

  @Override
  public FlowStats stats(StatsQuery query) {
    return records.stats(flowId, Optional.of(RunRecords.Version.of(version())), query);
  }

  @Override
  public FlowLog getLogEntries(LogQuery query) {
    return records.log(flowId, Optional.of(RunRecords.Version.of(version())), query);
  }
}
