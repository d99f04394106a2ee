package dev.sluice.core.graph;

import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.run.RunError.Place;
import java.util.List;

/**
 * A node in a graph: what it does and which steps follow. Knows its successors, so that a run never
 * looks a node up.
 */
public final class Step {
  /** No steps. */
  public static final Step[] NONE = {};

  private final Place place;
  private final NodeAction action;
  private final Outputs outputs;
  private Step[][] next = {};
  private boolean waits;

  /** A step that is not connected yet. */
  public Step(Place place, NodeAction action, Outputs outputs) {
    this.place = place;
    this.action = action;
    this.outputs = outputs;
  }

  /**
   * Sets what follows; done once, by the compiler, before anyone else sees the step.
   *
   * @param followers the steps that follow each output
   * @param mayWait whether this step, or one it leads to, may wait for something outside the run
   */
  public void connect(List<Step[]> followers, boolean mayWait) {
    next = followers.toArray(Step[][]::new);
    waits = mayWait;
  }

  /** The node. */
  public Place place() {
    return place;
  }

  /** What the node does. */
  public NodeAction action() {
    return action;
  }

  /** The node's outputs. */
  public Outputs outputs() {
    return outputs;
  }

  /** The steps that follow an output: none where nothing is wired to it. */
  public Step[] next(int output) {
    return output >= 0 && output < next.length ? next[output] : NONE;
  }

  /** The first steps of the node's body. */
  public Step[] body() {
    return next(outputs.body());
  }

  /** Whether this step, or one it leads to, may wait for something outside the run. */
  public boolean waits() {
    return waits;
  }
}
