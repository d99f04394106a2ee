package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.Management;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** The management of which something is demanded. */
interface TestedManagement {
  String APPLICATION = "5f1c2d3e4f5a6b7c8d9e0f1a";
  String UNKNOWN = "0123456789abcdef01234567";
  String NOW = "2025-03-04T05:06:07.123Z";

  TestClock clock();

  Store store();

  /** The engine whose flows are managed. */
  Engine engine();

  /** Another engine on the same store. */
  Engine another();

  default Management management() {
    return engine().manage();
  }

  default String post(ObjectValue flow) {
    return management().flows().post(flow).id();
  }

  default ManagementException refused(ManagementException.Type type, Executable operation) {
    ManagementException refusal = assertThrows(ManagementException.class, operation);
    assertEquals(type, refusal.type(), refusal.getMessage());
    return refusal;
  }

  default String invalid(Executable operation) {
    return String.valueOf(refused(ManagementException.Type.VALIDATION, operation).getMessage());
  }

  default void notFound(Executable operation) {
    refused(ManagementException.Type.NOT_FOUND, operation);
  }

  default void press(String flowId) {
    management().flow(flowId).pressVirtualButton(json("{'key':'go'}"));
  }

  /** Runs the flow on this thread. */
  default void run(String flowId) {
    engine().run(flowId, Firing.virtualButton());
  }

  static List<String> names(FlowPage page) {
    return page.items().stream().map(flow -> flow.flow().name()).toList();
  }

  static List<String> names(FlowVersionPage page) {
    return page.items().stream().map(version -> version.version().version()).toList();
  }

  default void refusedRun(String flowId, String version) {
    assertThrows(
        RunRejectedException.class,
        () -> engine().run(flowId, Firing.virtualButton().withVersion(version)));
  }
}
