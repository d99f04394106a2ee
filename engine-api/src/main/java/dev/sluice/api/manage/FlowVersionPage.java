package dev.sluice.api.manage;

import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of versions. Immutable.
 *
 * @param items the versions of the page
 * @param listing which page of what it is
 * @param flowId the flow whose versions they are, or null if they are of several
 * @param customNodes the custom nodes that the versions call; null unless they were asked for
 */
public record FlowVersionPage(
    List<StoredVersion> items,
    Listing listing,
    @Nullable String flowId,
    @Nullable CalledCustomNodes customNodes) {
  /** Copies the list, so that it never changes. */
  public FlowVersionPage {
    items = List.copyOf(items);
  }

  /**
   * How many versions there are on all pages.
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
    listing.write(json, items.stream().map(StoredVersion::toJson).toList());
    if (flowId != null) {
      json.put("flowId", flowId);
    }
    if (customNodes != null) {
      customNodes.write(json);
    }
    return json.build();
  }
}
