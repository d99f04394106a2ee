package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.manage.BrokenVersion;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.trigger.ButtonPress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What runs the flows that are managed. */
public interface FlowService {
  /** Compiles a version without putting it in service. */
  Checked check(FlowVersion version);

  /**
   * Puts the first flows in service, before anything else is.
   *
   * @param flowIds their ids
   * @param flows what each is, to be asked when it is needed; nothing if it cannot be read, or is
   *     no longer there
   */
  void begin(Set<String> flowIds, Function<String, Optional<ServedFlow>> flows);

  /** Puts a flow in service as it is now, in one step. */
  void serve(ServedFlow flow);

  /** Takes a flow out of service. */
  void withdraw(String flowId);

  /**
   * Presses a button.
   *
   * @throws dev.sluice.api.run.RunRejectedException if the press is not accepted
   */
  void press(String flowId, ButtonPress press);

  /** Sees to it that no scheduled run of a flow comes. */
  void cancelScheduled(String flowId);

  /** What flows can be built of. */
  Palette palette();

  /** The versions that were found not to compile. */
  List<BrokenVersion> brokenVersions();
}
