package dev.sluice.core.manage;

import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.Listing;
import dev.sluice.api.manage.PageQuery;
import dev.sluice.api.manage.SortDirection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a listing is asked for, in which order, and what names are to be found.
 *
 * @param filterField what the filter looks at
 * @param filterText the filter as it was given
 * @param filter the filter; nothing if there is none, or an advanced query overrides it
 */
record PageRequest(
    int page,
    int perPage,
    String sortField,
    SortDirection sortDirection,
    @Nullable String filterField,
    @Nullable String filterText,
    Optional<NameFilter> filter) {
  static PageRequest of(FlowsQuery query) {
    return of(query, "name");
  }

  static PageRequest of(FlowVersionsQuery query) {
    return of(query, "version");
  }

  /** A request for what has a name in the given property. */
  private static PageRequest of(PageQuery query, String name) {
    Paging.check(query.page(), query.perPage(), query.sortField(), fields(name));
    Optional<NameFilter> filter = Search.filter(query.filterField(), query.filter(), name);
    return new PageRequest(
        query.page(),
        query.perPage(),
        query.sortField(),
        query.sortDirection(),
        query.filterField(),
        query.filter(),
        query.query() == null ? filter : Optional.empty());
  }

  /** What can be sorted by. */
  private static Set<String> fields(String name) {
    return Set.of(name, "id", "creationDate", "lastUpdated");
  }

  /** The versions of the page. */
  List<VersionCandidate> versions(
      List<VersionCandidate> found, Function<VersionCandidate, String> name) {
    Comparator<VersionCandidate> byId = Comparator.comparing(VersionCandidate::documentId);
    Comparator<VersionCandidate> order =
        switch (sortField) {
          case "id" -> byId;
          case "creationDate" ->
              Comparator.comparing((VersionCandidate version) -> version.created().time())
                  .thenComparing(byId);
          case "lastUpdated" ->
              Comparator.comparing((VersionCandidate version) -> version.updated().time())
                  .thenComparing(byId);
          default -> Comparator.comparing(name, String.CASE_INSENSITIVE_ORDER).thenComparing(byId);
        };
    return Paging.page(found, directed(order), page, perPage);
  }

  <T> Comparator<T> directed(Comparator<T> order) {
    return sortDirection == SortDirection.DESCENDING ? order.reversed() : order;
  }

  Listing listing(int totalCount, String applicationId) {
    return new Listing(
        totalCount,
        page,
        perPage,
        sortField,
        sortDirection,
        filter.isPresent() ? filterField : null,
        filter.isPresent() ? filterText : null,
        applicationId.isEmpty() ? null : applicationId);
  }
}
