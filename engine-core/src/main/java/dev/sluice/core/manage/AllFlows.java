package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.FlowsOperations;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.TriggerFilter;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.payload.ObjectValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operations on all flows. */
final class AllFlows implements FlowsOperations {
  private final Means means;
  private final Views views;
  private final Search search;

  AllFlows(Means means) {
    this.means = means;
    this.views = new Views(means);
    this.search = new Search(means.register());
  }

  // ---- listing

  @Override
  public FlowPage get(FlowsQuery query) {
    PageRequest request = PageRequest.of(query);
    List<FlowEntry> found =
        query.query() == null
            ? filtered(query, request)
            : queried(query.query(), query.allVersions());
    List<FlowEntry> page = page(found, request);
    return new FlowPage(
        views.flows(page),
        request.listing(found.size(), means.applicationId()),
        query.query() == null ? query.flowClass() : null,
        views.called(
            query.includeCustomNodes(),
            page.stream().map(entry -> entry.head().outline()).toList()));
  }

  /** What was found is in the order of names already. */
  private static List<FlowEntry> page(List<FlowEntry> found, PageRequest request) {
    boolean ascending = request.sortDirection() == SortDirection.ASCENDING;
    return request.sortField().equals("name")
        ? Paging.page(ascending ? found : found.reversed(), request.page(), request.perPage())
        : Paging.page(
            found,
            request.directed(flowOrder(request.sortField())),
            request.page(),
            request.perPage());
  }

  private List<FlowEntry> filtered(FlowsQuery query, PageRequest request) {
    List<FlowEntry> found =
        means.register().index().find(query.flowClass(), request.filter().orElse(null));
    List<TriggerFilter> triggers = query.triggerFilter();
    return triggers.isEmpty()
        ? found
        : found.stream().filter(entry -> hasTrigger(entry, triggers)).toList();
  }

  /** Whether the default version has one of some triggers. */
  private static boolean hasTrigger(FlowEntry entry, List<TriggerFilter> wanted) {
    Outline outline =
        entry.defaultVersion().map(VersionHead::outline).orElseGet(() -> entry.head().outline());
    return outline.triggers().stream()
        .anyMatch(trigger -> wanted.stream().anyMatch(filter -> matches(filter, trigger)));
  }

  private static boolean matches(TriggerFilter filter, TriggerHead trigger) {
    return (filter.type() == null || filter.type().equals(trigger.type()))
        && (filter.key() == null || filter.key().equals(trigger.key()));
  }

  private List<FlowEntry> queried(ObjectValue query, boolean allVersions) {
    Condition condition = new QueryReader(QueryReader.OF_FLOWS).read(query);
    List<FlowCandidate> candidates = new ArrayList<>();
    for (FlowEntry entry : means.register().all()) {
      candidates.add(new FlowCandidate(entry, null));
      if (allVersions) {
        entry.versions().values().stream()
            .map(version -> new FlowCandidate(entry, version))
            .forEach(candidates::add);
      }
    }
    List<FlowEntry> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (FlowCandidate candidate : search.matching(candidates, condition)) {
      if (seen.add(candidate.entry().head().id())) {
        found.add(candidate.entry());
      }
    }
    return found;
  }

  private static Comparator<FlowEntry> flowOrder(String field) {
    Comparator<FlowEntry> byId = Comparator.comparing(entry -> entry.head().id());
    return switch (field) {
      case "id" -> byId;
      case "creationDate" ->
          Comparator.comparing((FlowEntry entry) -> entry.head().created().time())
              .thenComparing(byId);
      case "lastUpdated" ->
          Comparator.comparing((FlowEntry entry) -> entry.head().updated().time())
              .thenComparing(byId);
      default -> FlowIndex.ORDER;
    };
  }

  @Override
  public FlowVersionPage getByVersion(String version, FlowsQuery query) {
    PageRequest request = PageRequest.of(query);
    List<VersionCandidate> found =
        query.query() == null
            ? named(version, filtered(query, request))
            : search.matching(
                named(version, means.register().all()),
                new QueryReader(QueryReader.BY_VERSION).read(query.query()));
    return views.versionPage(
        found,
        request.versions(found, candidate -> candidate.entry().head().name()),
        request,
        null,
        query.includeCustomNodes());
  }

  private static List<VersionCandidate> named(String version, Collection<FlowEntry> entries) {
    List<VersionCandidate> found = new ArrayList<>();
    for (FlowEntry entry : entries) {
      if (version.equals(FlowVersion.DEVELOP)) {
        found.add(new VersionCandidate(entry, null));
      } else if (entry.versions().containsKey(version)) {
        found.add(new VersionCandidate(entry, entry.versions().get(version)));
      }
    }
    return found;
  }

  // ---- creating

  @Override
  public StoredFlow post(ObjectValue flow, boolean includeCustomNodes) {
    Shape.flowPost().check("", flow);
    Stamp stamp = means.stamp();
    String id = means.ids().next();
    FlowEntry made =
        means
            .register()
            .change(
                means.service(),
                edit -> {
                  new FlowWriter(means, edit).create(id, flow, stamp);
                  return edit.get(id);
                });
    return views.flow(made, null, views.called(includeCustomNodes, List.of(made.head().outline())));
  }

  @Override
  public ImportResult importBundle(ObjectValue bundle) {
    return new BundleImport(means).run(bundle);
  }

  @Override
  public ImportResult importArchive(Path archive) {
    return ArchiveImport.run(means, archive);
  }

  @Override
  public ObjectValue exportBundle(Collection<String> flowIds) {
    return new BundleExport(means.register()).bundle(flowIds);
  }

  @Override
  public void exportArchive(Collection<String> flowIds, Path target) throws IOException {
    new BundleExport(means.register()).archive(flowIds, target);
  }

  @Override
  public Palette palette() {
    return means.service().palette();
  }
}
