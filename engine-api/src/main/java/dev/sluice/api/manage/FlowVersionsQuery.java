package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a flow to list.
 *
 * @param sortField what to sort by: {@code version}, {@code id}, {@code creationDate} or {@code
 *     lastUpdated}
 * @param sortDirection in which direction
 * @param page which page, from 0
 * @param perPage how many a page, 1 to 1,000
 * @param filterField what {@code filter} looks at: {@code version}, or null or blank not to filter
 * @param filter a pattern with wildcards, as a glob, that heeds no case; null or blank not to
 *     filter
 * @param includeCustomNodes whether the result brings along the custom nodes that are called
 * @param query an advanced query, which overrides the filter; null for none
 */
public record FlowVersionsQuery(
    String sortField,
    SortDirection sortDirection,
    int page,
    int perPage,
    @Nullable String filterField,
    @Nullable String filter,
    boolean includeCustomNodes,
    @Nullable ObjectValue query)
    implements PageQuery {
  /**
   * The query as it is without any parameter.
   *
   * @return the defaults
   */
  public static FlowVersionsQuery defaults() {
    return new FlowVersionsQuery(
        "version", SortDirection.ASCENDING, 0, 100, "version", null, false, null);
  }

  /**
   * The same query with another sortField.
   *
   * @param value what to sort by: {@code version}, {@code id}, {@code creationDate} or {@code
   *     lastUpdated}
   * @return the query
   */
  public FlowVersionsQuery withSortField(String value) {
    return new FlowVersionsQuery(
        value, sortDirection, page, perPage, filterField, filter, includeCustomNodes, query);
  }

  /**
   * The same query with another sortDirection.
   *
   * @param value in which direction
   * @return the query
   */
  public FlowVersionsQuery withSortDirection(SortDirection value) {
    return new FlowVersionsQuery(
        sortField, value, page, perPage, filterField, filter, includeCustomNodes, query);
  }

  /**
   * The same query with another page.
   *
   * @param value which page, from 0
   * @return the query
   */
  public FlowVersionsQuery withPage(int value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, value, perPage, filterField, filter, includeCustomNodes, query);
  }

  /**
   * The same query with another perPage.
   *
   * @param value how many a page, 1 to 1,000
   * @return the query
   */
  public FlowVersionsQuery withPerPage(int value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, page, value, filterField, filter, includeCustomNodes, query);
  }

  /**
   * The same query with another filterField.
   *
   * @param value what {@code filter} looks at: {@code version}, or null or blank not to filter
   * @return the query
   */
  public FlowVersionsQuery withFilterField(@Nullable String value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, page, perPage, value, filter, includeCustomNodes, query);
  }

  /**
   * The same query with another filter.
   *
   * @param value a pattern with wildcards, as a glob, that heeds no case; null or blank not to
   *     filter
   * @return the query
   */
  public FlowVersionsQuery withFilter(@Nullable String value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, page, perPage, filterField, value, includeCustomNodes, query);
  }

  /**
   * The same query with another includeCustomNodes.
   *
   * @param value whether the result brings along the custom nodes that are called
   * @return the query
   */
  public FlowVersionsQuery withIncludeCustomNodes(boolean value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, page, perPage, filterField, filter, value, query);
  }

  /**
   * The same query with another advanced query.
   *
   * @param value an advanced query, which overrides the filter; null for none
   * @return the query
   */
  public FlowVersionsQuery withQuery(@Nullable ObjectValue value) {
    return new FlowVersionsQuery(
        sortField, sortDirection, page, perPage, filterField, filter, includeCustomNodes, value);
  }
}
