package dev.sluice.api.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of what an answer is.
 *
 * @param totalCount how many there are on all pages
 * @param page which page, from 0
 * @param perPage how many a page
 * @param sortField what they are sorted by
 * @param sortDirection in which direction
 * @param filterField what the filter looked at, or null if there was none
 * @param filter the filter, or null if there was none
 * @param applicationId the id of the engine's application, or null if it was given none
 */
public record Listing(
    int totalCount,
    int page,
    int perPage,
    String sortField,
    SortDirection sortDirection,
    @Nullable String filterField,
    @Nullable String filter,
    @Nullable String applicationId) {
  void write(ObjectValue.Builder json, List<ObjectValue> items) {
    json.put("items", ArrayValue.of(items))
        .put("count", items.size())
        .put("totalCount", totalCount)
        .put("perPage", perPage)
        .put("page", page);
    if (filterField != null && filter != null) {
      json.put("filter", filter).put("filterField", filterField);
    }
    json.put("sortField", sortField).put("sortDirection", sortDirection.key());
    if (applicationId != null) {
      json.put("applicationId", applicationId);
    }
  }
}
