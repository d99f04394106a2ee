package dev.sluice.core.run;

import dev.sluice.api.node.Body;
import dev.sluice.api.node.Buttons;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadLimitException;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.store.Storage;
import dev.sluice.core.graph.CalledCustomNode;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.Step;
import dev.sluice.core.observe.Quietly;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Walks paths of a run on one thread: enters a step, does what its node does, follows the output. A
 * loop and not a recursion, so that the length of a path and the width of a fork cost no stack.
 * Branches are walked one after the other in the order they are wired, each to its end; those that
 * may wait get a thread of their own.
 */
final class Walker implements NodeContext {
  private final FlowRun run;
  private final Scope scope;
  private @Nullable Deque<Fork> forks;
  private Payload payload;
  private Step step;

  /** How many nodes may be entered before more have to be taken; as often the deadline counts. */
  private int nodes;

  private long delayNanos;
  private @Nullable Value lastEnd;

  /** Who sees the run, as of now and then. */
  private @Nullable RunListener listener;

  /** A place where paths went apart, with those that have not been walked yet. */
  private static final class Fork {
    private final Value payload;
    private final List<Step> branches;
    private int next;

    Fork(Value payload, List<Step> branches) {
      this.payload = payload;
      this.branches = branches;
    }
  }

  private static final Step NOWHERE =
      new Step(new Place("", "", "", "", ""), node -> 0, Outputs.none());

  /**
   * A walker.
   *
   * @param nodes how many nodes were taken for it out of those that the run may enter
   */
  Walker(FlowRun run, Scope scope, Payload payload, int nodes) {
    this.run = run;
    this.scope = scope;
    this.nodes = nodes;
    this.listener = run.listener();
    this.payload = payload;
    this.step = NOWHERE;
  }

  /**
   * Walks the paths that begin with some steps; what ends them early is told to the run.
   *
   * @return how many paths ended early
   */
  int walkAsLeg(Step[] first) {
    try {
      walk(first);
      return 0;
    } catch (NodeFailure e) {
      run.failed(e);
    } catch (RunStopped e) {
      // The run knows why.
    } catch (RuntimeException | Error e) {
      // A defect of the engine's own must not leave a run that never ends.
      run.failed(failure(e));
    }
    return 1 + pending();
  }

  /** How many nodes were taken from the run's limit and not entered. */
  int unusedNodes() {
    return nodes;
  }

  /** The payload at the end of the flow's path that was walked last, if it came to its end. */
  @Nullable Value lastEnd() {
    return lastEnd;
  }

  /**
   * Walks the paths that begin with some steps, inside a body or a custom node, and waits for those
   * that went on apart.
   */
  private void walkInside(Step[] steps) {
    RuntimeException first = scope.await(walkToTheEnd(steps), run::interrupted);
    int opened = scope.takePaths();
    if (opened > 0) {
      run.pathsEnd(opened);
    }
    if (first != null) {
      throw first;
    }
  }

  /** Walks paths inside a body or a custom node; returns what ended them early, if anything did. */
  private @Nullable RuntimeException walkToTheEnd(Step[] steps) {
    try {
      walk(steps);
      return null;
    } catch (NodeFailure e) {
      return halt(e);
    } catch (RunStopped e) {
      scope.abandon();
      return e;
    } catch (RuntimeException | Error e) {
      // A defect of the engine's own must not leave paths that nobody knows have ended.
      return halt(failure(e));
    }
  }

  /** Stops the other paths at once, and not only when the failure has come out of all it is in. */
  private NodeFailure halt(NodeFailure failure) {
    scope.abandon();
    if (scope.isShielded()) {
      run.wakeSleepers();
    } else {
      run.halt(failure);
    }
    return failure;
  }

  private int pending() {
    int count = 0;
    if (forks != null) {
      for (Fork fork : forks) {
        count += fork.branches.size() - fork.next;
      }
    }
    return count;
  }

  private void walk(Step[] first) {
    Step at = follow(first);
    while (at != null) {
      step = at;
      checkpoint();
      if (nodes == 0) {
        nodes = takeNodes();
      }
      nodes--;
      int output = execute(at);
      Step[] next = at.next(output);
      if (delayNanos > 0) {
        at = delayed(next);
      } else {
        at = next.length == 1 ? next[0] : follow(next);
      }
    }
  }

  private int takeNodes() {
    try {
      int taken = run.takeNodes();
      run.checkDeadline(System.nanoTime());
      checkpoint();
      listener = run.listener();
      run.measureNowAndThen(payload);
      return taken;
    } catch (NodeException | PayloadLimitException e) {
      throw failure(e);
    }
  }

  /** What this path does not need meanwhile, others may. */
  void releaseNodes() {
    run.giveBack(nodes);
    nodes = 0;
  }

  /** Walks inside the node that this path is at, with the nodes that the path has taken. */
  private void lendTo(Walker inside, Step[] steps) {
    try {
      inside.walkInside(steps);
    } finally {
      nodes = inside.nodes;
    }
  }

  private int execute(Step at) {
    RunListener seeing = listener;
    if (seeing != null) {
      Value entered = payload.root();
      Quietly.call(() -> seeing.nodeEntered(run, run.visit(at.place(), scope), entered));
    }
    int output;
    try {
      output = at.action().run(this);
    } catch (NodeFailure | RunStopped e) {
      throw e;
    } catch (Throwable e) {
      // Whatever a node throws, be it an error, ends its run and not the host's thread.
      if (e instanceof InterruptedException) {
        run.interrupted();
      }
      checkpoint();
      throw failure(e);
    }
    if (seeing != null && at.outputs().count() > 0) {
      String name =
          output >= 0 && output < at.outputs().count() ? at.outputs().names().get(output) : "";
      Quietly.call(() -> seeing.nodeLeft(run, run.visit(at.place(), scope), output, name));
    }
    return output;
  }

  @SuppressWarnings("ReferenceEquality") // there is one nowhere
  private NodeFailure failure(Throwable cause) {
    List<Place> places = new ArrayList<>();
    if (step != NOWHERE) {
      places.add(step.place());
    }
    places.addAll(scope.callers());
    return NodeFailure.of(cause, places, payload.root(), run.services().clock().instant());
  }

  /** The next step to walk: of this path if there is one, else of a branch not walked yet. */
  private @Nullable Step follow(Step[] next) {
    if (next.length == 1) {
      return next[0];
    }
    return next.length == 0 ? ended() : fork(next);
  }

  /** A path has come to its end. */
  private @Nullable Step ended() {
    if (!scope.isRoot()) {
      return nextBranch();
    }
    Value end = payload.root();
    Step branch = nextBranch();
    if (branch == null) {
      // The run hears of it with the end of the leg, which saves a lock.
      lastEnd = end;
    } else {
      run.completed(end);
    }
    return branch;
  }

  private @Nullable Step nextBranch() {
    while (forks != null && !forks.isEmpty()) {
      Fork fork = forks.peek();
      if (fork.next == fork.branches.size()) {
        forks.pop();
        continue;
      }
      payload = Payload.of(fork.payload);
      return fork.branches.get(fork.next++);
    }
    return null;
  }

  private @Nullable Step fork(Step[] next) {
    begin(next.length - 1);
    Value shared = payload.root();
    List<Step> here = new ArrayList<>(next.length);
    int last = next.length - 1;
    for (int i = 0; i <= last; i++) {
      // One branch stays on this thread in any case.
      if (next[i].waits() && (i < last || !here.isEmpty())) {
        walkApart(next[i], Payload.of(shared));
      } else {
        here.add(next[i]);
      }
    }
    if (forks == null) {
      forks = new ArrayDeque<>();
    }
    forks.push(new Fork(shared, here));
    return nextBranch();
  }

  /** Counts paths that go off from this one. */
  private void begin(int more) {
    try {
      run.pathsBegin(more);
    } catch (NodeException e) {
      throw failure(e);
    }
    if (!scope.isRoot()) {
      // The run hears of the ends of its own paths only.
      scope.addPaths(more);
    }
  }

  private void walkApart(Step branch, Payload from) {
    Step[] first = {branch};
    if (scope.isRoot()) {
      run.branch(from, first);
      return;
    }
    scope.fork();
    run.assist(
        () -> {
          Walker walker = new Walker(run, scope, from, 0);
          RuntimeException how = walker.walkToTheEnd(first);
          walker.releaseNodes();
          scope.join(how);
        });
  }

  private @Nullable Step delayed(Step[] next) {
    Duration duration = Duration.ofNanos(delayNanos);
    delayNanos = 0;
    if (scope.isRoot()) {
      measure();
      run.suspend(payload, next, duration);
      return nextBranch();
    }
    run.sleep(duration, scope);
    run.checkDeadline(System.nanoTime());
    checkpoint();
    return follow(next);
  }

  /** What waits, be it for long, must not be large. */
  private void measure() {
    try {
      run.measure(payload);
    } catch (PayloadLimitException e) {
      throw failure(e);
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  // ---- what nodes see

  @Override
  public Payload payload() {
    return payload;
  }

  @Override
  public Storage storage() {
    String flowId = scope.flow().flowId();
    return new RecordedStorage(run, flowId, run.services().storage().storage(flowId));
  }

  @Override
  public Buttons buttons() {
    return run.buttons();
  }

  @Override
  public InstantSource clock() {
    return run.services().clock();
  }

  @Override
  public RandomGenerator random() {
    return run.services().random();
  }

  @Override
  public void debug(DebugLevel level, String message, Value shown) {
    RunListener seeing = listener;
    if (seeing != null) {
      Quietly.call(
          () -> seeing.debugMessage(run, run.visit(step.place(), scope), level, message, shown));
    }
  }

  @Override
  public boolean isDebugged() {
    return listener != null;
  }

  @Override
  public void checkpoint() {
    if (Thread.currentThread().isInterrupted()) {
      run.interrupted();
    }
    if (run.isStopping() || scope.hasFailed()) {
      throw RunStopped.INSTANCE;
    }
  }

  @Override
  public Duration remaining() {
    return run.remaining();
  }

  @Override
  public void delay(Duration duration) {
    // Beyond the deadline nothing goes on, so there is nothing to wake up for.
    delayNanos = duration.isPositive() ? Math.max(1, min(duration, run.remaining()).toNanos()) : 0;
  }

  @Override
  public Body body() {
    if (step.outputs().body() < 0) {
      throw new IllegalStateException("The type " + step.place().nodeType() + " declares no body");
    }
    return new NodeBody(run, this, scope, step);
  }

  @Override
  public void endIteration(Body.End end) {
    scope.end(end);
  }

  @Override
  public Optional<CustomNode.Return> call(CustomNode customNode, ObjectValue data) {
    CompiledFlow target = ((CalledCustomNode) customNode).resolve();
    checkDepth();
    CompiledTrigger start =
        target
            .trigger("customNodeStart", null)
            .orElseThrow(
                () -> new NodeException("CustomNodeNotFoundError", target + " has no start."));
    Place caller = step.place();
    Payload outer = payload;
    Scope inner = scope.call(target, caller);
    Payload begin =
        run.services()
            .envelope()
            .payload(target, start, run.services().clock().instant(), data, ObjectValue.empty());
    try {
      lendTo(new Walker(run, inner, begin, nodes), start.steps().array());
    } catch (NodeFailure e) {
      throw e.from(outer.root());
    }
    return inner.returned();
  }

  @Override
  public void returnFromCustomNode(CustomNode.Return result) {
    scope.returned(result);
  }

  /** Walks a body once, in an iteration's scope, as part of this path. */
  Optional<Body.End> iterate(Step of, Scope inner, Payload from) {
    checkDepth();
    lendTo(new Walker(run, inner, from, nodes), of.body());
    return inner.end();
  }

  /** As {@link #iterate}, but on any thread: this path has to wait. */
  Optional<Body.End> iterateApart(Step of, Scope inner, Payload from) {
    checkDepth();
    Walker walker = new Walker(run, inner, from, 0);
    try {
      walker.walkInside(of.body());
    } finally {
      walker.releaseNodes();
    }
    return inner.end();
  }

  private void checkDepth() {
    int deepest = run.services().limits().nesting();
    if (scope.depth() >= deepest) {
      throw new NodeException(
          "NestingError", "Loops and custom nodes are nested more than " + deepest + " deep.");
    }
  }
}
