package dev.sluice.api.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of flows. Immutable.
 *
 * @param items the flows of the page
 * @param listing which page of what it is
 * @param flowClass the class that was asked for, or null for all
 * @param customNodes the custom nodes that the flows call; null unless they were asked for
 */
public record FlowPage(
    List<StoredFlow> items,
    Listing listing,
    @Nullable FlowClass flowClass,
    @Nullable CalledCustomNodes customNodes) {
  /** Copies the list, so that it never changes. */
  public FlowPage {
    items = List.copyOf(items);
  }

  /**
   * How many flows there are on all pages.
   *
   * @return the number
   */
  public int totalCount() {
    return listing.totalCount();
  }

  /**
   * The answer of the API.
   *
   * @return the page
   */
  public ObjectValue toJson() {
    ObjectValue.Builder json = ObjectValue.builder();
    listing.write(json, items.stream().map(StoredFlow::toJson).toList());
    if (flowClass != null) {
      json.put("flowClass", flowClass.key());
    }
    if (customNodes != null) {
      customNodes.write(json);
    }
    return json.build();
  }
}
