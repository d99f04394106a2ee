package dev.sluice.core.manage;

import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.payload.Value;

/** Makes the exceptions of operations that are refused. */
final class Refusals {
  private static final int SHOWN = 80;

  private Refusals() {}

  static ManagementException noFlow(String flowId) {
    return new ManagementException(
        ManagementException.Type.NOT_FOUND, "There is no flow " + flowId);
  }

  static ManagementException noVersion(String flowId, String idOrName) {
    return new ManagementException(
        ManagementException.Type.NOT_FOUND, "The flow " + flowId + " has no version " + idOrName);
  }

  static ManagementException invalid(String message) {
    return new ManagementException(ManagementException.Type.VALIDATION, message);
  }

  static ManagementException invalid(String field, Value found, String expected) {
    return invalid(field, found.isPresent() ? found.toJson() : "nothing", expected);
  }

  static ManagementException invalid(String field, String found, String expected) {
    String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    return invalid(field + ": found " + shown + "; expected " + expected);
  }
}
