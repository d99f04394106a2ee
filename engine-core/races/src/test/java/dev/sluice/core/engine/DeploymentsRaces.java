package dev.sluice.core.engine;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import dev.sluice.core.graph.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZII_Result;

/** What is in service, what listens to errors and what facts may fire are always the same. */
final class DeploymentsRaces {
  private static final MqttMessage FACT = MqttMessage.of("topic", "message");
  private static final CompiledFlow FLOW = flow("flow");
  private static final CompiledFlow AGAIN = flow("flow");
  private static final CompiledFlow OTHER = flow("other");

  private DeploymentsRaces() {}

  /** A flow that listens both to a topic and to the errors of others. */
  private static CompiledFlow flow(String id) {
    return new CompiledFlow(
        id,
        id,
        "develop",
        null,
        FlowClass.CLOUD,
        true,
        ObjectValue.empty(),
        List.of(
            trigger("mqttTopic", "topic", ObjectValue.empty()),
            trigger("flowError", "error", ObjectValue.builder().put("scope", "global").build())),
        null,
        Set.of(),
        null,
        ObjectValue.empty(),
        List.of(),
        false);
  }

  private static CompiledTrigger trigger(String type, String key, ObjectValue config) {
    return new CompiledTrigger(type, key, "", config, ObjectValue.empty(), new Steps(Step.NONE));
  }

  private static void deploy(Deployments deployments, CompiledFlow flow) {
    deployments.update(flow.flowId(), deployed -> deployed.with(flow));
  }

  private static int matches(Deployments deployments) {
    return deployments.match(FACT, Instant.EPOCH).size();
  }

  /** Forbidden: of two flows deployed at once one does not fire, or does not listen. */
  @JCStressTest
  @Outcome(id = "2, 2, 2", expect = Expect.ACCEPTABLE, desc = "both are in service")
  @State
  public static class TwoAreDeployed {
    private final Deployments deployments = new Deployments();

    @Actor
    public void first() {
      deploy(deployments, FLOW);
    }

    @Actor
    public void second() {
      deploy(deployments, OTHER);
    }

    @Arbiter
    public void afterwards(III_Result seen) {
      seen.r1 = matches(deployments);
      seen.r2 = deployments.errorListeners().size();
      for (CompiledFlow flow : List.of(FLOW, OTHER)) {
        seen.r3 += deployments.find(flow.flowId()).isPresent() ? 1 : 0;
      }
    }
  }

  /** Forbidden: a flow that is out of service fires or listens, or one in service does not. */
  @JCStressTest
  @Outcome(id = "true, 1, 1", expect = Expect.ACCEPTABLE, desc = "removed, then deployed")
  @Outcome(id = "false, 0, 0", expect = Expect.ACCEPTABLE, desc = "deployed, then removed")
  @State
  public static class RemovedAsItIsDeployed {
    private final Deployments deployments = new Deployments();

    public RemovedAsItIsDeployed() {
      deploy(deployments, FLOW);
    }

    @Actor
    public void removes() {
      deployments.remove("flow");
    }

    @Actor
    public void deploys() {
      deploy(deployments, AGAIN);
    }

    @Arbiter
    public void afterwards(ZII_Result seen) {
      seen.r1 = deployments.find("flow").isPresent();
      seen.r2 = matches(deployments);
      seen.r3 = deployments.errorListeners().size();
    }
  }

  /** Forbidden: a fact finds a flow twice, or not at all, while it is deployed anew. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "as it was, or as it is now")
  @State
  public static class FactMeetsDeployment {
    private final Deployments deployments = new Deployments();

    public FactMeetsDeployment() {
      deploy(deployments, FLOW);
    }

    @Actor
    public void deploys() {
      deploy(deployments, AGAIN);
    }

    @Actor
    public void fires(I_Result seen) {
      seen.r1 = matches(deployments);
    }
  }
}
