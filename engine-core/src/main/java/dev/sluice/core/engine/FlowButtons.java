package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Buttons;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.store.ScheduledRun;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Relay;
import dev.sluice.core.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The buttons that a flow may press: those of application flows. */
final class FlowButtons implements Buttons {
  private final String flowId;
  private final Launcher launcher;
  private final Schedule schedule;

  /**
   * The buttons for a flow.
   *
   * @param flowId the flow that presses
   */
  FlowButtons(String flowId, Launcher launcher, Schedule schedule) {
    this.flowId = flowId;
    this.launcher = launcher;
    this.schedule = schedule;
  }

  @Override
  public String press(String target, ButtonPress press) {
    try {
      RunId id = launcher.newId();
      launcher.begin(find(target, press), id);
      return id.toString();
    } catch (RunRejectedException e) {
      throw failure(e);
    }
  }

  @Override
  public Scheduled schedule(
      String target, ButtonPress press, Instant time, @Nullable String runId) {
    String id = runId == null ? launcher.newId().toString() : runId;
    try {
      find(target, press);
      boolean replaces = schedule.add(new ScheduledRun(id, target, mine(press), time));
      return new Scheduled(id, replaces);
    } catch (RunRejectedException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean cancel(String runId) {
    return schedule.cancel(runId);
  }

  private Launch find(String target, ButtonPress press) {
    Launch launch = launcher.find(target, mine(press));
    if (launch.flow().flowClass() != FlowClass.CLOUD) {
      throw new NodeException("NotFound", "The flow " + target + " is not an application flow.");
    }
    return launch;
  }

  private ButtonPress mine(ButtonPress press) {
    return press.in(press.circumstances().by(Relay.flow(flowId)));
  }

  private static NodeException failure(RunRejectedException rejected) {
    boolean missing = rejected.reason() == Reason.NO_FLOW || rejected.reason() == Reason.NO_TRIGGER;
    return new NodeException(missing ? "NotFound" : "Rejected", rejected.getMessage() + ".");
  }
}
