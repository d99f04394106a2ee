package dev.sluice.core.trigger;

import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every trigger in service that facts may fire. It never changes: a deployment makes another index
 * that shares all but the places of the one flow, so that whoever holds an index sees each flow as
 * it is between two deployments.
 */
public final class TriggerIndex {
  private static final TriggerIndex EMPTY =
      new TriggerIndex(PersistentMap.empty(), Shelf.EMPTY, PersistentMap.empty());

  private final PersistentMap<String, FlowListing> flows;
  private final Shelf defaults;
  private final PersistentMap<String, Shelf> versions;

  private TriggerIndex(
      PersistentMap<String, FlowListing> flows,
      Shelf defaults,
      PersistentMap<String, Shelf> versions) {
    this.flows = flows;
    this.defaults = defaults;
    this.versions = versions;
  }

  /** An index without triggers. */
  public static TriggerIndex empty() {
    return EMPTY;
  }

  /** An index of flows that are known all at once: what adding them one by one would make. */
  public static TriggerIndex of(Map<String, FlowListing> listings) {
    List<FlowListing.Entry> defaults = new ArrayList<>();
    Map<String, List<FlowListing.Entry>> versions = new HashMap<>();
    for (FlowListing listing : listings.values()) {
      for (FlowListing.Entry entry : listing.entries()) {
        entry
            .version()
            .map(version -> versions.computeIfAbsent(version, known -> new ArrayList<>()))
            .orElse(defaults)
            .add(entry);
      }
    }
    Map<String, Shelf> shelves = new HashMap<>();
    versions.forEach((version, entries) -> shelves.put(version, Shelf.of(entries)));
    return new TriggerIndex(
        PersistentMap.of(listings), Shelf.of(defaults), PersistentMap.of(shelves));
  }

  /** The index with a flow's triggers in place of those that it had. */
  public TriggerIndex with(String flowId, FlowListing listing) {
    TriggerIndex index = without(flowId);
    Shelf newDefaults = index.defaults;
    PersistentMap<String, Shelf> newVersions = index.versions;
    for (FlowListing.Entry entry : listing.entries()) {
      if (entry.version().isEmpty()) {
        newDefaults = newDefaults.with(entry.address(), entry.subscription());
      } else {
        newVersions =
            newVersions.update(
                entry.version().get(),
                Shelf.EMPTY,
                shelf -> shelf.with(entry.address(), entry.subscription()));
      }
    }
    return new TriggerIndex(index.flows.with(flowId, listing), newDefaults, newVersions);
  }

  /** The index without a flow. */
  public TriggerIndex without(String flowId) {
    @Nullable FlowListing listing = flows.get(flowId);
    if (listing == null) {
      return this;
    }
    Shelf newDefaults = defaults;
    PersistentMap<String, Shelf> newVersions = versions;
    for (FlowListing.Entry entry : listing.entries()) {
      Subscription.Id id = entry.subscription().id();
      if (entry.version().isEmpty()) {
        newDefaults = newDefaults.without(entry.address(), id);
      } else {
        newVersions =
            newVersions.update(
                entry.version().get(),
                Shelf.EMPTY,
                shelf -> {
                  Shelf fewer = shelf.without(entry.address(), id);
                  return fewer.isEmpty() ? null : fewer;
                });
      }
    }
    return new TriggerIndex(flows.without(flowId), newDefaults, newVersions);
  }

  /**
   * What a fact fires.
   *
   * @param fact the fact; if it does not say when it happened, it happened now
   * @param now the time of the engine's clock
   * @return the matches, ordered by flow, version and position of the trigger
   */
  public List<Match> match(Fact fact, Instant now) {
    Circumstances known = fact.circumstances();
    Fact timed =
        known.time() == null
            ? fact.in(new Circumstances(now, known.relay(), known.version()))
            : fact;
    List<Subscription> found = new ArrayList<>();
    Optional<String> version = Versions.named(timed);
    @Nullable Shelf shelf = version.isEmpty() ? defaults : versions.get(version.get());
    if (shelf != null) {
      for (Lookup lookup : Lookups.of(timed)) {
        shelf.find(lookup, found::add);
      }
    }
    if (timed instanceof EndpointRequest request) {
      findExperience(request, found);
    }
    found.sort(null);
    List<Match> matches = new ArrayList<>(found.size());
    for (Subscription subscription : found) {
      for (Firing firing : subscription.response().to(timed, now)) {
        matches.add(new Match(subscription.flow(), subscription.position(), firing));
      }
    }
    return matches;
  }

  private void findExperience(EndpointRequest request, List<Subscription> found) {
    @Nullable Shelf shelf = versions.get(request.experienceVersion());
    if (shelf != null) {
      for (Lookup lookup : EndpointTriggers.lookupsOfExperience(request)) {
        shelf.find(lookup, found::add);
      }
    }
  }

  // What tests look into.

  PersistentMap<String, FlowListing> flows() {
    return flows;
  }

  Shelf defaults() {
    return defaults;
  }

  PersistentMap<String, Shelf> versions() {
    return versions;
  }
}
