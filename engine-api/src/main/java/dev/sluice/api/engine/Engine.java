package dev.sluice.api.engine;

import dev.sluice.api.debug.DebugFilter;
import dev.sluice.api.debug.DebugSubscription;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.manage.Management;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A workflow engine inside a Java application: flows are deployed to it, triggers fired at it.
 * Built once, safe for many threads, closed at the end.
 */
public interface Engine extends AutoCloseable {
  /**
   * A builder of an engine, with every node type found on the class or module path.
   *
   * @return the builder
   * @throws IllegalStateException if no engine is on the class or module path
   */
  static EngineBuilder builder() {
    return EngineProvider.find().builder();
  }

  /**
   * Compiles a flow's develop version and puts it in service, in place of what was there under the
   * flow's id. Runs on their way finish on what they started with.
   *
   * @param flow the flow
   * @return what the compiler warns of
   * @throws InvalidFlowException if the flow has errors: it names them all, and nothing changes
   */
  List<Problem> deploy(Flow flow);

  /**
   * Compiles a published version of a flow and puts it in service beside the flow's others.
   *
   * @param version the version; it must carry a flow id
   * @return what the compiler warns of
   * @throws InvalidFlowException if the version has errors: it names them all, and nothing changes
   */
  List<Problem> deploy(FlowVersion version);

  /**
   * Compiles a flow without putting it in service.
   *
   * @param version the version
   * @return all problems, none if the version is sound
   */
  List<Problem> validate(FlowVersion version);

  /**
   * Takes a flow out of service, all its versions. Runs on their way finish.
   *
   * @param flowId the flow's id
   * @return whether it was in service
   */
  boolean undeploy(String flowId);

  /**
   * Fires a trigger and runs the flow on the calling thread.
   *
   * @param flowId the flow's id
   * @param firing what fires
   * @return the result, once the run is over
   * @throws RunRejectedException if the firing is not accepted
   */
  RunResult run(String flowId, Firing firing);

  /**
   * Fires a trigger and runs the flow on a virtual thread.
   *
   * @param flowId the flow's id
   * @param firing what fires
   * @return the run, at once
   * @throws RunRejectedException if the firing is not accepted
   */
  Run fire(String flowId, Firing firing);

  /**
   * Fires many at a time: as {@link #fire} for each, in order.
   *
   * @param flowId the flow's id
   * @param firings what fires
   * @return the runs in the same order
   * @throws RunRejectedException if a firing is not accepted; those before it run
   */
  default List<Run> fireAll(String flowId, Collection<Firing> firings) {
    return firings.stream().map(firing -> fire(flowId, firing)).toList();
  }

  /**
   * Presses a virtual button and runs the flow on a virtual thread.
   *
   * @param flowId the flow's id
   * @param press the press
   * @return the run, at once
   * @throws RunRejectedException if the press is not accepted
   */
  Run press(String flowId, ButtonPress press);

  /**
   * Has a virtual button pressed at a time. The store keeps the run until it has ended: what was to
   * come when an engine was closed or its process died, and what had begun and did not come to its
   * end, is taken up by the next engine that is built on the store, at once if its time is past. So
   * a run begins once, and again only if it was broken off. If the version or the button is gone by
   * then, or disabled, that is an error of the flow's; a run of a flow that is neither in service
   * nor in the store waits until it is in service.
   *
   * @param flowId the flow's id
   * @param press the press
   * @param time when, by the engine's clock; at once if that is past
   * @return the run to come, with the id it will have
   * @throws RunRejectedException if there is no such button now, or too many runs are scheduled
   */
  ScheduledRun schedule(String flowId, ButtonPress press, Instant time);

  /**
   * Sees to it that a scheduled run does not come, if it has not begun.
   *
   * @param runId the run's id
   * @return whether it was to come
   */
  boolean cancelScheduled(String runId);

  /**
   * Sees what runs do, from now until the subscription or the engine is closed. Costs nothing where
   * nobody does it, and runs that nobody sees next to nothing.
   *
   * @param filter which runs, and what of them
   * @param capacity how many events that were not taken yet are kept
   * @return the subscription
   * @throws IllegalArgumentException if the capacity is not positive
   */
  DebugSubscription debug(DebugFilter filter, int capacity);

  /**
   * Sees what runs do, keeping up to 10,000 events that were not taken yet.
   *
   * @param filter which runs, and what of them
   * @return the subscription
   */
  default DebugSubscription debug(DebugFilter filter) {
    return debug(filter, 10_000);
  }

  /**
   * Tells the flows of something that happened: every trigger in service that the fact matches
   * fires, each as a run of its own on a virtual thread. Of a flow, the version runs that the fact
   * names or the default one; disabled flows and versions are left out, and so are develop versions
   * of edge and embedded flows. All flows are asked as they are at one moment: a deployment at the
   * same time is seen whole or not at all.
   *
   * @param fact what happened
   * @return the runs, ordered by flow and by the place of the trigger in its flow; none if nothing
   *     matches
   * @throws RunRejectedException if a run is not accepted; those before it run
   */
  List<Run> publish(Fact fact);

  /**
   * The management of the flows in the engine's store. What was put in service by {@link #deploy}
   * is not in the store, and none of its business.
   *
   * @return the operations of the platform's API
   */
  Management manage();

  /**
   * The storage of the flows.
   *
   * @return what the flows themselves read and write
   */
  StorageProvider storage();

  /**
   * What flows of this engine can be built of: every type of triggers and nodes, and the custom
   * nodes in service at the moment.
   *
   * @return the palette
   */
  Palette palette();

  /** Closes the engine, giving runs on their way ten seconds to finish. */
  @Override
  default void close() {
    close(Duration.ofSeconds(10));
  }

  /**
   * Closes the engine: accepts no more firings, gives runs on their way time to finish, then
   * cancels those that have not. Scheduled runs stay in their store, if that outlives the engine,
   * and those that were cancelled are put back.
   *
   * @param patience how long to wait for runs
   * @return the ids of the runs that were abandoned, sorted
   */
  List<String> close(Duration patience);
}
