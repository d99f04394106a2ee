package dev.sluice.core.manage;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow that a query may find.
 *
 * @param entry the flow
 * @param version whose triggers and nodes are looked at, null for develop
 */
record FlowCandidate(FlowEntry entry, @Nullable VersionHead version) implements Candidate {
  @Override
  public Value field(String name) {
    FlowHead head = entry.head();
    return switch (name) {
      case "defaultVersion" ->
          head.defaultVersionId() == null ? Value.undefined() : Value.of(head.defaultVersionId());
      case "id" -> Value.of(head.id());
      case "creationDate" -> Value.of((double) head.created().time().toEpochMilli());
      case "lastUpdated" -> Value.of((double) head.updated().time().toEpochMilli());
      case "enabled" -> Value.of(head.enabled());
      default -> common(head, name);
    };
  }

  /** The fields that a version has from its flow. */
  static Value common(FlowHead head, String name) {
    return switch (name) {
      case "name" -> Value.of(head.name());
      case "flowClass" -> Value.of(head.flowClass().key());
      case "customNodeSupports" ->
          head.supports().isEmpty()
              ? Value.undefined()
              : ArrayValue.of(head.supports().stream().map(Value::of).toList());
      default -> Value.undefined();
    };
  }

  @Override
  public List<TriggerHead> triggers() {
    return (version == null ? entry.head().outline() : version.outline()).triggers();
  }

  @Override
  public String documentId() {
    return version == null ? entry.head().id() : version.id();
  }
}
