package dev.sluice.core.run;

import dev.sluice.api.node.Body;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.core.graph.CompiledFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a path is inside of: the flow itself, an iteration of a body, or a call of a custom node.
 * Joins the paths that run in it on threads of their own.
 */
final class Scope {
  private final CompiledFlow flow;
  private final List<Place> callers;
  private final int depth;
  private final @Nullable Scope owner;

  private int apart;
  private @Nullable Thread waiter;
  private Body.@Nullable End end;
  private CustomNode.@Nullable Return returned;
  private @Nullable RuntimeException failure;
  private volatile boolean failed;

  private Scope(CompiledFlow flow, List<Place> callers, int depth, @Nullable Scope owner) {
    this.flow = flow;
    this.callers = callers;
    this.depth = depth;
    this.owner = owner;
  }

  static Scope of(CompiledFlow flow) {
    return new Scope(flow, List.of(), 0, null);
  }

  /** An iteration of a body in this scope. */
  Scope iteration() {
    return new Scope(flow, callers, depth + 1, this);
  }

  /** A call of a custom node from a node in this scope. */
  Scope call(CompiledFlow target, Place caller) {
    List<Place> outer = new ArrayList<>(callers.size() + 1);
    outer.add(caller);
    outer.addAll(callers);
    return new Scope(target, List.copyOf(outer), depth + 1, null);
  }

  CompiledFlow flow() {
    return flow;
  }

  /** The nodes of the custom node calls this scope is in, the innermost first. */
  List<Place> callers() {
    return callers;
  }

  int depth() {
    return depth;
  }

  boolean isRoot() {
    return depth == 0;
  }

  /** Whether a path in this scope failed, so that the others are to stop. */
  boolean hasFailed() {
    return failed;
  }

  synchronized void end(Body.End how) {
    if (end == null) {
      end = how;
    }
  }

  synchronized Optional<Body.End> end() {
    return Optional.ofNullable(end);
  }

  /** A custom node returns as a whole, from within its bodies too. */
  void returned(CustomNode.Return how) {
    Scope call = this;
    while (call.owner != null) {
      call = call.owner;
    }
    call.setReturned(how);
  }

  private synchronized void setReturned(CustomNode.Return how) {
    if (returned == null) {
      returned = how;
    }
  }

  synchronized Optional<CustomNode.Return> returned() {
    return Optional.ofNullable(returned);
  }

  /** A path goes on, in this scope, on a thread of its own. */
  synchronized void fork() {
    apart++;
  }

  /** Such a path has ended. */
  synchronized void join(@Nullable RuntimeException how) {
    apart--;
    if (how != null) {
      failure = worse(failure, how);
      failed = true;
    }
    LockSupport.unpark(waiter);
  }

  /** Tells the paths that are still on their way to stop. */
  void abandon() {
    failed = true;
  }

  /** A failure of a node counts for more than the stopping that it causes elsewhere. */
  private static @Nullable RuntimeException worse(
      @Nullable RuntimeException first, @Nullable RuntimeException second) {
    return first == null || (second instanceof NodeFailure && !(first instanceof NodeFailure))
        ? second
        : first;
  }

  /**
   * Waits until all paths of their own have ended.
   *
   * @param own what the path that waits was ended by, if by anything
   * @return what ended a path early, if anything did
   */
  @Nullable RuntimeException await(@Nullable RuntimeException own) {
    boolean interrupted = false;
    synchronized (this) {
      waiter = Thread.currentThread();
    }
    while (isJoining()) {
      // Parking, because a virtual thread that waits on a monitor would hold its carrier.
      LockSupport.park(this);
      // The paths themselves are told to stop by their run; here only their end counts.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return worse(own, failure);
    }
  }

  private synchronized boolean isJoining() {
    return apart > 0;
  }
}
