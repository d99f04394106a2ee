package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;

/** Threshold alert on Camel, in Java but for its math, which is in Camel's JavaScript. */
public class CamelWithJs extends CamelPeer {
  /** Starts the route. */
  public CamelWithJs() {
    super(new PlainWithJs(), CamelWithJs::steps);
  }

  private static void steps(RouteDefinition route) {
    route
        .choice()
        .when(CamelThreshold::isHot)
        .setVariable("celsius")
        .js("(body.get('data').get('temperature') - 32) * 5 / 9")
        .process(CamelWithJs::keep)
        .process(CamelThreshold::describe)
        .choice()
        .when(CamelThreshold.severity("low"))
        .process(CamelThreshold.channel("mail"))
        .when(CamelThreshold.severity("medium"))
        .process(CamelThreshold.channel("text"))
        .when(CamelThreshold.severity("high"))
        .process(CamelThreshold.channel("call"))
        .end()
        .end();
  }

  private static void keep(Exchange exchange) {
    double celsius = variable(exchange, "celsius", Double.class);
    PlainPayload.addWorking(payload(exchange)).put("celsius", celsius);
  }
}
