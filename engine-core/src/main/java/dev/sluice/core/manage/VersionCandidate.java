package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that a query may find.
 *
 * @param entry its flow
 * @param version the version, null for develop
 */
record VersionCandidate(FlowEntry entry, @Nullable VersionHead version) implements Candidate {
  /** Its name. */
  String name() {
    return version == null ? FlowVersion.DEVELOP : version.version();
  }

  Stamp created() {
    return version == null ? entry.head().created() : version.created();
  }

  Stamp updated() {
    return version == null ? entry.head().updated() : version.updated();
  }

  boolean enabled() {
    return version == null || version.enabled();
  }

  Outline outline() {
    return version == null ? entry.head().outline() : version.outline();
  }

  @Override
  public Value field(String name) {
    return switch (name) {
      case "id" -> version == null ? Value.undefined() : Value.of(version.id());
      case "flowId" -> Value.of(entry.head().id());
      case "version" -> Value.of(name());
      case "creationDate" -> Value.of((double) created().time().toEpochMilli());
      case "lastUpdated" -> Value.of((double) updated().time().toEpochMilli());
      case "enabled" -> Value.of(enabled());
      default -> FlowCandidate.common(entry.head(), name);
    };
  }

  @Override
  public List<TriggerHead> triggers() {
    return outline().triggers();
  }

  @Override
  public String documentId() {
    return version == null ? entry.head().id() : version.id();
  }
}
