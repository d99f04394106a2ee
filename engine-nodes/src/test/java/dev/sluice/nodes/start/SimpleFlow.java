package dev.sluice.nodes.start;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.Flow;
import dev.sluice.api.trigger.Firing;
import java.util.concurrent.Callable;

/** A flow of one node, from building the engine to what the run wrote. */
public final class SimpleFlow implements Callable<String> {
  @Override
  public String call() {
    Flow flow =
        Flow.parse(
            """
            {"id": "greeter", "triggers": [{"type": "virtualButton", "outputIds": [["greet"]]}],
             "nodes": [{"id": "greet", "type": "MutateNode", "config": {"rules": [{
                 "type": "set", "destination": "data.text", "valueTemplate": "Hello {{data.name}}"
             }]}}]}
            """);
    try (Engine engine = Engine.builder().build()) {
      engine.deploy(flow);
      Firing press = Firing.virtualButton().withData("{\"name\": \"Ada\"}");
      return engine.run("greeter", press).payload().get("data").get("text").toText();
    }
  }
}
