package dev.sluice.server.command;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import java.util.Optional;

/**
 * A flow version out of a file.
 *
 * @param version the version
 * @param isDefault whether it is the version its flow names as the one to run
 * @param deployed whether the engine took it
 */
record LoadedVersion(FlowVersion version, boolean isDefault, boolean deployed) {
  String flowId() {
    return Optional.ofNullable(version.flowId()).orElse("");
  }

  String flowName() {
    return Optional.ofNullable(version.name()).orElse("");
  }

  boolean isCustomNode() {
    return version.flowClass() == FlowClass.CUSTOM_NODE;
  }
}
