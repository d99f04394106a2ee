package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import org.apache.camel.Exchange;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.RouteDefinition;

/** Fan-out on Camel, in its simple language. */
public class CamelSimpleFanOut extends CamelPeer {
  /** Starts the route. */
  public CamelSimpleFanOut() {
    super(new PlainFanOut(), CamelSimpleFanOut::steps);
  }

  private static void steps(RouteDefinition route) {
    MulticastDefinition branches = route.multicast().onPrepare(copy());
    for (int i = 1; i <= PlainFanOut.BRANCHES; i++) {
      branches
          .pipeline()
          .setVariable("branch")
          .simple("branch " + i + " of ${body[data][name]}")
          .process(CamelSimpleFanOut::keep)
          .end();
    }
    branches.end();
  }

  /** Variables are all that the simple language writes. */
  private static void keep(Exchange exchange) {
    String branch = variable(exchange, "branch", String.class);
    PlainPayload.working(payload(exchange)).put("branch", branch);
  }
}
