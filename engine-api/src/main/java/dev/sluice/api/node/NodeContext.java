package dev.sluice.api.node;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.store.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A node's view of the run that reached it: all it may touch. Valid only during the call it was
 * given to, and only on that call's thread.
 */
public interface NodeContext {
  /**
   * The payload of this path.
   *
   * @return the payload, to read and to write
   */
  Payload payload();

  /**
   * What this flow keeps between runs.
   *
   * @return the flow's storage
   */
  Storage storage();

  /**
   * The buttons of other flows.
   *
   * @return what presses them, now or later
   */
  Buttons buttons();

  /**
   * The engine's clock.
   *
   * @return the one source of time for nodes
   */
  InstantSource clock();

  /**
   * The engine's randomness.
   *
   * @return the one source of randomness for nodes
   */
  RandomGenerator random();

  /**
   * Sends a message to whoever debugs the flow. Costs nothing if nobody does.
   *
   * @param level how serious it is
   * @param message the text
   * @param shown the value shown with it
   */
  void debug(DebugLevel level, String message, Value shown);

  /**
   * Whether anyone receives debug messages, so that a node need not make what nobody sees.
   *
   * @return true if someone does
   */
  boolean isDebugged();

  /**
   * Lets a node that works long be stopped. Throws if the run was cancelled, met its deadline, or
   * failed on another path.
   */
  void checkpoint();

  /**
   * The time this run has left.
   *
   * @return zero or more
   */
  Duration remaining();

  /**
   * Holds the path back before it follows the node's output. No thread waits meanwhile, where the
   * path is not inside a body.
   *
   * @param duration how long from now; zero or less is not at all
   */
  void delay(Duration duration);

  /**
   * The body of this node, if its type declares one.
   *
   * @return the body; it does nothing where no node is wired to it
   * @throws IllegalStateException if the type declares none
   */
  Body body();

  /**
   * Ends an iteration of the body this node is in. The first call in an iteration counts.
   *
   * @param end how the iteration ended
   */
  void endIteration(Body.End end);

  /**
   * Calls a custom node and waits until all its paths have ended.
   *
   * @param customNode the custom node
   * @param data the value of each of its fields by id
   * @return how it returned, empty if no path reached a return node
   */
  Optional<CustomNode.Return> call(CustomNode customNode, ObjectValue data);

  /**
   * Returns from the custom node this node is in. The first call counts.
   *
   * @param result how it returns
   */
  void returnFromCustomNode(CustomNode.Return result);
}
