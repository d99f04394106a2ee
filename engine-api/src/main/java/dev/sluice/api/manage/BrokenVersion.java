package dev.sluice.api.manage;

import dev.sluice.api.flow.Problem;
import java.util.List;

/**
 * A version that is in the store and cannot be in service.
 *
 * @param flowId the flow's id
 * @param version the version's name
 * @param problems what is wrong with it
 */
public record BrokenVersion(String flowId, String version, List<Problem> problems) {
  /** Copies the list, so that it never changes. */
  public BrokenVersion {
    problems = List.copyOf(problems);
  }
}
