package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;

/** Long chain on Camel, in its simple language. */
public class CamelSimpleChain extends CamelPeer {
  /** Starts the route. */
  public CamelSimpleChain() {
    super(new PlainChain(), CamelSimpleChain::steps);
  }

  private static void steps(RouteDefinition route) {
    for (int i = 1; i <= PlainChain.STEPS; i++) {
      route.setVariable("step").simple("step " + i + " of ${body[data][name]}");
    }
    route.process(CamelSimpleChain::keep);
  }

  /** Variables are all that the simple language writes. */
  private static void keep(Exchange exchange) {
    String step = variable(exchange, "step", String.class);
    PlainPayload.working(payload(exchange)).put("step", step);
  }
}
