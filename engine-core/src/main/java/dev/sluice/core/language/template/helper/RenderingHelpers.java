package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import java.util.Map;

/** Helpers that render templates, evaluate expressions and make links. */
final class RenderingHelpers {
  private static final String DASHBOARDS = "https://app.losant.com/dashboards/";
  private static final String MARKERS = "https://app.losant.com/images/markers/";
  private static final int MAX_KEY = 1_000;

  private RenderingHelpers() {}

  static Map<String, Helper> all() {
    return Map.of(
        "template", (Helper.OfCall) RenderingHelpers::template,
        "evalExpression", (Helper.OfCall) RenderingHelpers::evaluate,
        "dashboardUrl", (Helper.OfCall) RenderingHelpers::dashboardUrl,
        "colorMarker", TextHelpers.of(RenderingHelpers::colorMarker));
  }

  private static Value template(Invocation call) {
    return Value.of(call.render(TextHelpers.text(call.argument(0)), context(call)));
  }

  private static Value evaluate(Invocation call) {
    return call.express(TextHelpers.text(call.argument(0)), context(call));
  }

  private static Value context(Invocation call) {
    return call.count() > 1 ? call.argument(1) : call.context();
  }

  private static Value dashboardUrl(Invocation call) {
    StringBuilder url = new StringBuilder(DASHBOARDS);
    url.append(EncodingHelpers.encode(TextHelpers.text(call.argument(0)), "-_.!~*'()"));
    int path = url.length();
    call.named().forEach((key, value) -> appendQuery(url, path, encode(key), value, call));
    return Value.of(url.toString());
  }

  private static void appendQuery(
      StringBuilder url, int path, String key, Value value, Meter meter) {
    // Keys grow with the depth, so that this ends before the stack does.
    meter.charge(1 + key.length());
    if (key.length() > MAX_KEY) {
      throw new EvaluationException("A value is nested too deeply to be part of a link");
    }
    switch (value) {
      case UndefinedValue none -> {}
      case ObjectValue object ->
          object.forEach(
              (name, entry) ->
                  appendQuery(url, path, key + "[" + encode(name) + "]", entry, meter));
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          appendQuery(url, path, key + "[" + i + "]", array.get(i), meter);
        }
      }
      default -> {
        int before = url.length();
        url.append(url.length() == path ? '?' : '&')
            .append(key)
            .append('=')
            .append(encode(TextHelpers.text(value)));
        meter.charge((url.length() - before) / 16);
      }
    }
  }

  private static String encode(String text) {
    return EncodingHelpers.encode(text, "-_.!~*'()");
  }

  private static String colorMarker(String color) {
    String digits = color.startsWith("#") ? color.substring(1) : color;
    return MARKERS + encode(digits) + ".png";
  }
}
