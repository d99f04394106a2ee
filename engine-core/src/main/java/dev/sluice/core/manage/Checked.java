package dev.sluice.core.manage;

import dev.sluice.api.flow.Problem;
import dev.sluice.core.graph.CustomNodeKey;
import java.util.List;

/**
 * What came of looking at a version.
 *
 * @param problems what is wrong with it
 * @param calls the custom nodes that it calls; none if it has errors
 */
public record Checked(List<Problem> problems, List<CustomNodeKey> calls) {}
