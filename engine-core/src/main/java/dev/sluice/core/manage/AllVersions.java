package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.manage.BulkDeletion;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.FlowVersionsOperations;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations on the versions of a flow. */
final class AllVersions implements FlowVersionsOperations {
  private final Means means;
  private final String flowId;
  private final Views views;
  private final Search search;

  AllVersions(Means means, String flowId) {
    this.means = means;
    this.flowId = flowId;
    this.views = new Views(means);
    this.search = new Search(means.register());
  }

  private static List<VersionCandidate> candidates(FlowEntry entry) {
    return entry.versions().values().stream()
        .map(version -> new VersionCandidate(entry, version))
        .toList();
  }

  @Override
  public FlowVersionPage get(FlowVersionsQuery query) {
    FlowEntry entry = means.register().get(flowId);
    PageRequest request = PageRequest.of(query);
    Optional<NameFilter> filter = request.filter();
    List<VersionCandidate> found =
        query.query() == null
            ? candidates(entry).stream()
                .filter(version -> filter.isEmpty() || filter.get().test(version.name()))
                .toList()
            : search.matching(
                candidates(entry), new QueryReader(QueryReader.OF_VERSIONS).read(query.query()));
    return views.versionPage(
        found,
        request.versions(found, VersionCandidate::name),
        request,
        flowId,
        query.includeCustomNodes());
  }

  @Override
  public StoredVersion post(
      ObjectValue version, boolean allowReplacement, boolean includeCustomNodes) {
    means.register().get(flowId);
    Shape.versionPost().check("", version);
    String name = version.get("version").toText();
    Stamp stamp = means.stamp();
    String newId = means.ids().next();
    FlowEntry changed =
        means
            .register()
            .change(
                means.service(),
                edit -> {
                  FlowEntry entry = edit.get(flowId);
                  @Nullable VersionHead known = entry.versions().get(name);
                  if (known != null) {
                    refuseReplacement(entry, known, allowReplacement);
                  }
                  new FlowWriter(means, edit)
                      .create(
                          "",
                          known == null ? newId : known.id(),
                          flowId,
                          edit.body(flowId),
                          version,
                          stamp);
                  return edit.get(flowId);
                });
    VersionCandidate made = new VersionCandidate(changed, changed.versions().get(name));
    return views.version(made, null, views.called(includeCustomNodes, List.of(made.outline())));
  }

  private static void refuseReplacement(
      FlowEntry entry, VersionHead known, boolean allowReplacement) {
    if (!allowReplacement) {
      throw Refusals.invalid(
          "version: There is a version " + known.version() + ", and allowReplacement is not set");
    }
    if (entry.head().flowClass() == FlowClass.CUSTOM_NODE) {
      throw Refusals.invalid(
          "version: There is a version "
              + known.version()
              + ", and versions of custom nodes are not replaced");
    }
  }

  @Override
  public BulkDeletion delete(ObjectValue options) {
    means.register().get(flowId);
    Shape.versionsDelete().check("", options);
    Condition condition = new QueryReader(QueryReader.OF_VERSIONS).read(options.get("query"));
    return means
        .register()
        .change(
            means.service(),
            edit -> {
              FlowEntry entry = edit.get(flowId);
              List<VersionHead> removed = new ArrayList<>();
              int failed = 0;
              for (VersionCandidate found : search.matching(candidates(entry), condition)) {
                @Nullable VersionHead version = found.version();
                if (version == null || reasonToKeep(edit, entry, version).isPresent()) {
                  failed++;
                } else {
                  removed.add(version);
                }
              }
              removed.forEach(edit::remove);
              return new BulkDeletion(removed.size(), failed);
            });
  }

  /** Why a version cannot be deleted, if it cannot. */
  static Optional<String> reasonToKeep(FlowEdit edit, FlowEntry entry, VersionHead version) {
    if (version.id().equals(entry.head().defaultVersionId())) {
      return Optional.of("The version " + version.version() + " is the default version");
    }
    if (entry.head().flowClass() == FlowClass.CUSTOM_NODE) {
      List<String> callers = CustomNodeUses.callers(edit.all(), version);
      if (!callers.isEmpty()) {
        return Optional.of(
            "The version "
                + version.version()
                + " of the custom node is in use by "
                + String.join(", ", callers));
      }
    }
    return Optional.empty();
  }
}
