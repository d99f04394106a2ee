package dev.sluice.api.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which flows to list.
 *
 * @param sortField what to sort by: {@code name}, {@code id}, {@code creationDate} or {@code
 *     lastUpdated}
 * @param sortDirection in which direction
 * @param page which page, from 0
 * @param perPage how many a page, 1 to 1,000
 * @param filterField what {@code filter} looks at: {@code name}, or null or blank not to filter
 * @param filter a pattern with wildcards, as a glob, that heeds no case; null or blank not to
 *     filter
 * @param flowClass of which class; null for all
 * @param triggerFilter triggers of which the default version must have one; empty not to filter
 * @param includeCustomNodes whether the result brings along the custom nodes that are called
 * @param query an advanced query, which overrides the filters and the class; null for none
 * @param allVersions whether a flow is also found if one of its versions matches the advanced query
 */
public record FlowsQuery(
    String sortField,
    SortDirection sortDirection,
    int page,
    int perPage,
    @Nullable String filterField,
    @Nullable String filter,
    @Nullable FlowClass flowClass,
    List<TriggerFilter> triggerFilter,
    boolean includeCustomNodes,
    @Nullable ObjectValue query,
    boolean allVersions)
    implements PageQuery {
  /** Copies the lists, so that they never change. */
  public FlowsQuery {
    triggerFilter = List.copyOf(triggerFilter);
  }

  /**
   * The query as it is without any parameter.
   *
   * @return the defaults
   */
  public static FlowsQuery defaults() {
    return new FlowsQuery(
        "name",
        SortDirection.ASCENDING,
        0,
        100,
        null,
        null,
        FlowClass.CLOUD,
        List.of(),
        false,
        null,
        false);
  }

  /**
   * The same query with another sortField.
   *
   * @param value what to sort by: {@code name}, {@code id}, {@code creationDate} or {@code
   *     lastUpdated}
   * @return the query
   */
  public FlowsQuery withSortField(String value) {
    return new FlowsQuery(
        value,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another sortDirection.
   *
   * @param value in which direction
   * @return the query
   */
  public FlowsQuery withSortDirection(SortDirection value) {
    return new FlowsQuery(
        sortField,
        value,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another page.
   *
   * @param value which page, from 0
   * @return the query
   */
  public FlowsQuery withPage(int value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        value,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another perPage.
   *
   * @param value how many a page, 1 to 1,000
   * @return the query
   */
  public FlowsQuery withPerPage(int value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        value,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another filterField.
   *
   * @param value what {@code filter} looks at: {@code name}, or null or blank not to filter
   * @return the query
   */
  public FlowsQuery withFilterField(@Nullable String value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        value,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another filter.
   *
   * @param value a pattern with wildcards, as a glob, that heeds no case; null or blank not to
   *     filter
   * @return the query
   */
  public FlowsQuery withFilter(@Nullable String value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        value,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another flowClass.
   *
   * @param value of which class; null for all
   * @return the query
   */
  public FlowsQuery withFlowClass(@Nullable FlowClass value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        value,
        triggerFilter,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another triggerFilter.
   *
   * @param value triggers of which the default version must have one; empty not to filter
   * @return the query
   */
  public FlowsQuery withTriggerFilter(List<TriggerFilter> value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        value,
        includeCustomNodes,
        query,
        allVersions);
  }

  /**
   * The same query with another includeCustomNodes.
   *
   * @param value whether the result brings along the custom nodes that are called
   * @return the query
   */
  public FlowsQuery withIncludeCustomNodes(boolean value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        value,
        query,
        allVersions);
  }

  /**
   * The same query with another advanced query.
   *
   * @param value an advanced query, which overrides the filters and the class; null for none
   * @return the query
   */
  public FlowsQuery withQuery(@Nullable ObjectValue value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        value,
        allVersions);
  }

  /**
   * The same query with another allVersions.
   *
   * @param value whether a flow is also found if one of its versions matches the advanced query
   * @return the query
   */
  public FlowsQuery withAllVersions(boolean value) {
    return new FlowsQuery(
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query,
        value);
  }
}
