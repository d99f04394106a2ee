package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What all listings have in common: which page, in which order, and what is to be found. */
public sealed interface PageQuery permits FlowsQuery, FlowVersionsQuery {
  /**
   * What to sort by.
   *
   * @return a property of what is listed
   */
  String sortField();

  /**
   * In which direction to sort.
   *
   * @return the direction
   */
  SortDirection sortDirection();

  /**
   * Which page.
   *
   * @return its number, from 0
   */
  int page();

  /**
   * How many a page.
   *
   * @return 1 to 1,000
   */
  int perPage();

  /**
   * What {@link #filter()} looks at.
   *
   * @return a property of what is listed, or null or blank not to filter
   */
  @Nullable String filterField();

  /**
   * What is to be found.
   *
   * @return a pattern with wildcards, as a glob, that heeds no case; null or blank not to filter
   */
  @Nullable String filter();

  /**
   * An advanced query, which overrides the filter.
   *
   * @return the query, or null for none
   */
  @Nullable ObjectValue query();
}
