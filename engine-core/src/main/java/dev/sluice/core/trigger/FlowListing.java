package dev.sluice.core.trigger;

import dev.sluice.core.graph.ServedVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The triggers of a flow that facts may fire, each with its addresses. Immutable. */
public final class FlowListing {
  private static final FlowListing NONE = new FlowListing(List.of());

  private final List<Entry> entries;

  private FlowListing(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A subscription at an address.
   *
   * @param version the version that facts must name to find it; empty if they must not name one
   * @param address where it is found
   * @param subscription the subscription
   */
  record Entry(Optional<String> version, Address address, Subscription subscription) {}

  /** Nothing: the flow is disabled. */
  public static FlowListing none() {
    return NONE;
  }

  /**
   * The triggers of a flow.
   *
   * @param byDefault the version that runs when a fact names none
   * @param byName the versions that run when a fact names them
   */
  public static FlowListing of(
      Optional<? extends ServedVersion> byDefault, Collection<? extends ServedVersion> byName) {
    List<Entry> entries = new ArrayList<>();
    byDefault.ifPresent(flow -> list(flow, Optional.empty(), entries));
    byName.forEach(flow -> list(flow, Optional.of(flow.version()), entries));
    return new FlowListing(entries);
  }

  private static void list(ServedVersion flow, Optional<String> version, List<Entry> entries) {
    for (int i = 0; i < flow.triggers().size(); i++) {
      String type = flow.triggers().get(i).type();
      if (version.isPresent() ? Versions.mayBeNamed(type) : Versions.mayBeDefault(type, flow)) {
        int position = i;
        Placements.of(flow, flow.triggers().get(i))
            .ifPresent(
                placement -> {
                  Subscription subscription =
                      new Subscription(flow, position, placement.response());
                  for (Address address : placement.addresses()) {
                    entries.add(new Entry(version, address, subscription));
                  }
                });
      }
    }
  }

  List<Entry> entries() {
    return entries;
  }
}
