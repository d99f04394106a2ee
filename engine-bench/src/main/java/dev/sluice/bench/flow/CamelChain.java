package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.model.RouteDefinition;

/** Long chain on Camel, in Java. */
public class CamelChain extends CamelPeer {
  /** Starts the route. */
  public CamelChain() {
    super(new PlainChain(), CamelChain::steps);
  }

  private static void steps(RouteDefinition route) {
    for (int i = 1; i <= PlainChain.STEPS; i++) {
      route.process(step("step " + i + " of "));
    }
  }

  private static Processor step(String before) {
    return exchange -> {
      Map<String, Object> payload = payload(exchange);
      PlainPayload.working(payload)
          .put("step", PlainPayload.text(before, PlainPayload.name(payload), ""));
    };
  }
}
