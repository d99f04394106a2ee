package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.InvalidFlowException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.run.RunRejectedException.Reason;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which version of a flow runs, and when it changes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VersionTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Draft marked(String mark) {
    bench.setting("mark " + mark, "mark", mark);
    return Draft.button("f", "a").act("a", "mark " + mark);
  }

  private FlowVersion version(String id, String name) {
    return marked(name).version(id, name);
  }

  private String mark(Firing firing) {
    RunResult result = bench.engine().run("f", firing);
    return result.version() + " " + result.payload().get("mark").toText();
  }

  private Reason rejection(Firing firing) {
    Reason run =
        assertThrows(RunRejectedException.class, () -> bench.engine().run("f", firing)).reason();
    Reason fired =
        assertThrows(RunRejectedException.class, () -> bench.engine().fire("f", firing)).reason();
    assertEquals(run, fired);
    return run;
  }

  @Test
  void theVersionThatIsNamedRuns() {
    bench.deploy(marked("develop"));
    bench.engine().deploy(version("id1", "v1"));
    bench.engine().deploy(version("id2", "v2"));
    assertEquals("develop develop", mark(Firing.virtualButton()));
    assertEquals("develop develop", mark(Firing.virtualButton().withVersion("develop")));
    assertEquals("develop develop", mark(Firing.virtualButton().withVersion("default")));
    assertEquals("v1 v1", mark(Firing.virtualButton().withVersion("v1")));
    assertEquals("v2 v2", mark(Firing.virtualButton().withVersion("v2")));
    assertEquals(Reason.NO_FLOW, rejection(Firing.virtualButton().withVersion("v3")));
  }

  @Test
  void theDefaultVersionRunsWhereNoneIsNamed() {
    bench.deploy(marked("develop").defaultVersion("id2"));
    assertEquals("develop develop", mark(Firing.virtualButton()), "while it is not deployed");
    bench.engine().deploy(version("id1", "v1"));
    bench.engine().deploy(version("id2", "v2"));
    assertEquals("v2 v2", mark(Firing.virtualButton()));
    assertEquals("v2 v2", mark(Firing.virtualButton().withVersion("default")));
    assertEquals("develop develop", mark(Firing.virtualButton().withVersion("develop")));
  }

  @Test
  void theOnlyVersionRunsWhereNoneIsNamed() {
    bench.engine().deploy(version("id1", "v1"));
    assertEquals("v1 v1", mark(Firing.virtualButton()));
    bench.engine().deploy(version("id2", "v2"));
    assertEquals(Reason.NO_FLOW, rejection(Firing.virtualButton()), "which of the two is not said");
  }

  @Test
  void disabledFlowsAndVersionsDoNotFire() {
    bench.deploy(marked("develop").disabled());
    assertEquals(Reason.DISABLED, rejection(Firing.virtualButton()));
    bench.engine().deploy(version("id1", "v1"));
    assertEquals(Reason.DISABLED, rejection(Firing.virtualButton().withVersion("v1")));
    bench.deploy(marked("develop"));
    bench.engine().deploy(marked("off").disabled().version("id2", "v2"));
    assertEquals("v1 v1", mark(Firing.virtualButton().withVersion("v1")));
    assertEquals(Reason.DISABLED, rejection(Firing.virtualButton().withVersion("v2")));
  }

  @Test
  void firingsNameATriggerThatThereIs() {
    bench.deploy(
        Draft.button("f", "a")
            .trigger("timer", "other", ObjectValue.empty(), ObjectValue.empty())
            .act("a", "-"));
    assertEquals(Reason.NO_TRIGGER, rejection(Firing.virtualButton().withKey("other")));
    assertEquals(Reason.NO_TRIGGER, rejection(Firing.of("webhook")));
    assertEquals(
        Reason.NO_FLOW, assertThrows(RunRejectedException.class, () -> bench.run("none")).reason());
  }

  @Test
  void undeployedFlowsAreGoneWithAllTheirVersions() {
    assertFalse(bench.engine().undeploy("f"));
    bench.deploy(marked("develop"));
    bench.engine().deploy(version("id1", "v1"));
    assertTrue(bench.engine().undeploy("f"));
    assertEquals(Reason.NO_FLOW, rejection(Firing.virtualButton()));
    assertEquals(Reason.NO_FLOW, rejection(Firing.virtualButton().withVersion("v1")));
    assertFalse(bench.engine().undeploy("f"));
    bench.deploy(marked("again"));
    assertEquals("develop again", mark(Firing.virtualButton()));
  }

  @Test
  void runsOnTheirWayFinishOnWhatTheyStartedWith() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    bench.setting("old", "mark", "old").setting("new", "mark", "new");
    bench.act(
        "block",
        node -> {
          reached.countDown();
          release.await();
          return NodeAction.NEXT;
        });
    bench.deploy(Draft.button("f", "a").act("a", "block", "b").act("b", "old"));
    Run redeployed = bench.fire("f");
    Run undeployed = bench.fire("f");
    reached.await();
    bench.deploy(Draft.button("f", "a").act("a", "new"));
    assertEquals(Value.of("new"), bench.run("f").payload().get("mark"));
    bench.engine().undeploy("f");
    release.countDown();
    for (Run run : new Run[] {redeployed, undeployed}) {
      assertEquals(RunState.COMPLETED, run.join().state());
      assertEquals(Value.of("old"), run.join().payload().get("mark"));
    }
  }

  @Test
  void aFlowWithErrorsChangesNothing() {
    bench.deploy(marked("good"));
    Draft broken = Draft.button("f", "a", "missing").act("a", "-");
    assertThrows(InvalidFlowException.class, () -> bench.deploy(broken));
    assertEquals("develop good", mark(Firing.virtualButton()));
  }

  @Test
  void aCustomNodeThatIsGoneFailsTheRunThatCallsIt() {
    bench.deploy(Draft.button("f", "a").call("a", "c", null, "b").act("b", "-"));
    RunResult before = bench.run("f");
    assertEquals("CustomNodeNotFoundError", before.error().orElseThrow().name());
    bench.deploy(Draft.customNode("c", "r").node("r", Bench.RETURN, "return", null));
    assertEquals(RunState.COMPLETED, bench.run("f").state());
    bench.engine().undeploy("c");
    assertEquals("CustomNodeNotFoundError", bench.run("f").error().orElseThrow().name());
  }

  @Test
  void everyFiringMeetsOneWholeVersionWhileItIsRedeployed() throws InterruptedException {
    bench.setting("a1", "a", "1").setting("b1", "b", "1");
    bench.setting("a2", "a", "2").setting("b2", "b", "2");
    Draft one = Draft.button("f", "a").act("a", "a1", "b").act("b", "b1");
    Draft two = Draft.button("f", "a").act("a", "a2", "b").act("b", "b2");
    bench.deploy(one);
    Thread deployer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    bench.deploy(i % 2 == 0 ? two : one);
                  }
                });
    while (deployer.isAlive()) {
      Value payload = bench.run("f").payload();
      assertEquals(payload.get("a"), payload.get("b"));
    }
    deployer.join();
  }

  @Test
  void onEdgeThePublishedVersionDeployedLastRuns() {
    bench.deploy(marked("develop").flowClass(FlowClass.EDGE));
    assertEquals("develop develop", mark(Firing.virtualButton()), "the only one there is");
    bench.engine().deploy(marked("v1").flowClass(FlowClass.EDGE).version("id1", "v1"));
    assertEquals("v1 v1", mark(Firing.virtualButton()));
    bench.engine().deploy(marked("v2").flowClass(FlowClass.EDGE).version("id2", "v2"));
    assertEquals("v2 v2", mark(Firing.virtualButton()));
    bench.engine().deploy(marked("v1").flowClass(FlowClass.EDGE).version("id1", "v1"));
    assertEquals("v1 v1", mark(Firing.virtualButton()));
    bench.deploy(marked("develop").flowClass(FlowClass.EDGE));
    assertEquals("v1 v1", mark(Firing.virtualButton()));
    assertEquals("develop develop", mark(Firing.virtualButton().withVersion("develop")));
  }

  @Test
  void aVersionKeepsTheGlobalsItWasDeployedWith() {
    bench.deploy(Draft.button("f", "a").act("a", "-").global("limit", Value.of(1)));
    bench
        .engine()
        .deploy(
            Draft.button("f", "a").act("a", "-").global("limit", Value.of(1)).version("id1", "v1"));
    bench.deploy(Draft.button("f", "a").act("a", "-").global("limit", Value.of(2)));
    for (String version : List.of("v1", "develop")) {
      RunResult result = bench.engine().run("f", Firing.virtualButton().withVersion(version));
      assertEquals(
          Value.of(version.equals("v1") ? 1 : 2),
          result.payload().get("globals").get("limit"),
          version);
    }
  }
}
