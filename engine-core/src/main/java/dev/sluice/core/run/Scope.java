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
  private final @Nullable Scope outer;
  private final boolean shielded;

  private int apart;
  private int paths;
  private @Nullable Thread waiter;
  private Body.@Nullable End end;
  private CustomNode.@Nullable Return returned;
  private @Nullable RuntimeException failure;
  private volatile boolean failed;

  /**
   * A scope.
   *
   * @param owner what it is an iteration in, if it is one
   * @param outer what it is in, if it is not the flow itself
   * @param shielded whether it may fail while others, beside it or around it, go on
   */
  private Scope(
      CompiledFlow flow,
      List<Place> callers,
      int depth,
      @Nullable Scope owner,
      @Nullable Scope outer,
      boolean shielded) {
    this.flow = flow;
    this.callers = callers;
    this.depth = depth;
    this.owner = owner;
    this.outer = outer;
    this.shielded = shielded;
  }

  static Scope of(CompiledFlow flow) {
    return new Scope(flow, List.of(), 0, null, null, false);
  }

  /** An iteration of a body in this scope. */
  Scope iteration() {
    return new Scope(flow, callers, depth + 1, this, this, shielded);
  }

  /** An iteration of a body in this scope that does not stop the others when it fails. */
  Scope shieldedIteration() {
    return new Scope(flow, callers, depth + 1, this, this, true);
  }

  /** A call of a custom node from a node in this scope. */
  Scope call(CompiledFlow target, Place caller) {
    List<Place> through = new ArrayList<>(callers.size() + 1);
    through.add(caller);
    through.addAll(callers);
    return new Scope(target, List.copyOf(through), depth + 1, null, this, shielded);
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

  /** Whether a failure in here leaves others to go on, so that it does not stop the run at once. */
  boolean isShielded() {
    return shielded;
  }

  /**
   * Whether a path failed in this scope or one around it, so that the others are to stop. Where
   * nothing is shielded the run itself is stopped, and nothing more is to be known here.
   */
  boolean hasFailed() {
    for (Scope scope = this; scope != null && scope.shielded; scope = scope.outer) {
      if (scope.failed) {
        return true;
      }
    }
    return false;
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

  /** Paths go off from others in here. */
  synchronized void addPaths(int more) {
    paths += more;
  }

  /** Takes out how many paths went off in here, now that all have ended. */
  synchronized int takePaths() {
    int all = paths;
    paths = 0;
    return all;
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
   * @param interruption told if the thread is interrupted meanwhile
   * @return what ended a path early, if anything did
   */
  @Nullable RuntimeException await(@Nullable RuntimeException own, Runnable interruption) {
    boolean interrupted = false;
    synchronized (this) {
      waiter = Thread.currentThread();
    }
    while (isJoining()) {
      // Parking, because a virtual thread that waits on a monitor would hold its carrier.
      LockSupport.park(this);
      if (Thread.interrupted()) {
        // The run tells the paths to stop; here only their end counts.
        interrupted = true;
        interruption.run();
      }
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
