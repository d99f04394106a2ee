package dev.sluice.api.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which flows to list in a version.
 *
 * @param version the name of the version
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
 */
public record FlowsByVersionQuery(
    String version,
    String sortField,
    SortDirection sortDirection,
    int page,
    int perPage,
    @Nullable String filterField,
    @Nullable String filter,
    @Nullable FlowClass flowClass,
    List<TriggerFilter> triggerFilter,
    boolean includeCustomNodes,
    @Nullable ObjectValue query) {
  /** Copies the lists, so that they never change. */
  public FlowsByVersionQuery {
    triggerFilter = List.copyOf(triggerFilter);
  }

  /**
   * The query with the one parameter that it must have.
   *
   * @param version the name of the version
   * @return the defaults
   */
  public static FlowsByVersionQuery of(String version) {
    return new FlowsByVersionQuery(
        version,
        "name",
        SortDirection.ASCENDING,
        0,
        100,
        null,
        null,
        FlowClass.CLOUD,
        List.of(),
        false,
        null);
  }

  /**
   * The same query with another sortField.
   *
   * @param value what to sort by: {@code name}, {@code id}, {@code creationDate} or {@code
   *     lastUpdated}
   * @return the query
   */
  public FlowsByVersionQuery withSortField(String value) {
    return new FlowsByVersionQuery(
        version,
        value,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another sortDirection.
   *
   * @param value in which direction
   * @return the query
   */
  public FlowsByVersionQuery withSortDirection(SortDirection value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        value,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another page.
   *
   * @param value which page, from 0
   * @return the query
   */
  public FlowsByVersionQuery withPage(int value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        value,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another perPage.
   *
   * @param value how many a page, 1 to 1,000
   * @return the query
   */
  public FlowsByVersionQuery withPerPage(int value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        value,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another filterField.
   *
   * @param value what {@code filter} looks at: {@code name}, or null or blank not to filter
   * @return the query
   */
  public FlowsByVersionQuery withFilterField(@Nullable String value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        value,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another filter.
   *
   * @param value a pattern with wildcards, as a glob, that heeds no case; null or blank not to
   *     filter
   * @return the query
   */
  public FlowsByVersionQuery withFilter(@Nullable String value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        value,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another flowClass.
   *
   * @param value of which class; null for all
   * @return the query
   */
  public FlowsByVersionQuery withFlowClass(@Nullable FlowClass value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        value,
        triggerFilter,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another triggerFilter.
   *
   * @param value triggers of which the default version must have one; empty not to filter
   * @return the query
   */
  public FlowsByVersionQuery withTriggerFilter(List<TriggerFilter> value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        value,
        includeCustomNodes,
        query);
  }

  /**
   * The same query with another includeCustomNodes.
   *
   * @param value whether the result brings along the custom nodes that are called
   * @return the query
   */
  public FlowsByVersionQuery withIncludeCustomNodes(boolean value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        value,
        query);
  }

  /**
   * The same query with another advanced query.
   *
   * @param value an advanced query, which overrides the filters and the class; null for none
   * @return the query
   */
  public FlowsByVersionQuery withQuery(@Nullable ObjectValue value) {
    return new FlowsByVersionQuery(
        version,
        sortField,
        sortDirection,
        page,
        perPage,
        filterField,
        filter,
        flowClass,
        triggerFilter,
        includeCustomNodes,
        value);
  }
}
