package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;

/**
 * Threshold alert on Camel, its conditions and text in the simple language. That has no arithmetic,
 * and variables are all it writes, so that Java converts and puts the alert together.
 */
public class CamelSimpleThreshold extends CamelPeer {
  /** Starts the route. */
  public CamelSimpleThreshold() {
    super(new PlainThreshold(), CamelSimpleThreshold::steps);
  }

  private static void steps(RouteDefinition route) {
    route
        .choice()
        .when()
        .simple("${body[data][temperature]} > ${body[globals][limit]}")
        .process(CamelSimpleThreshold::convert)
        .setVariable("text")
        .simple("${body[data][name]} is at ${variable.degrees} degrees")
        .process(CamelSimpleThreshold::describe)
        .choice()
        .when()
        .simple("${body[data][severity]} == 'low'")
        .process(CamelThreshold.channel("mail"))
        .when()
        .simple("${body[data][severity]} == 'medium'")
        .process(CamelThreshold.channel("text"))
        .when()
        .simple("${body[data][severity]} == 'high'")
        .process(CamelThreshold.channel("call"))
        .end()
        .end();
  }

  private static void convert(Exchange exchange) {
    Map<String, Object> payload = payload(exchange);
    double fahrenheit = PlainMaps.number(PlainPayload.data(payload), "temperature");
    double celsius = (fahrenheit - 32) * 5 / 9;
    PlainPayload.addWorking(payload).put("celsius", celsius);
    exchange.setVariable("degrees", PlainPayload.text("", celsius, ""));
  }

  private static void describe(Exchange exchange) {
    Map<String, Object> payload = payload(exchange);
    String text = variable(exchange, "text", String.class);
    PlainThreshold.alert(payload, PlainPayload.data(payload), text);
  }
}
