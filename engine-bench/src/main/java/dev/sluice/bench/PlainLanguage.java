package dev.sluice.bench;

import java.util.List;
import java.util.Map;

/** The paths, templates and expressions that are measured, written by hand in Java on maps. */
final class PlainLanguage {
  private PlainLanguage() {}

  @SuppressWarnings("unchecked")
  static Object path(Map<String, Object> payload) {
    List<Object> readings = PlainMaps.list(PlainMaps.map(payload, "data"), "readings");
    return PlainMaps.present((Map<String, Object>) readings.get(3), "value");
  }

  static void write(Map<String, Object> payload, double number) {
    PlainMaps.map(payload, "working").put("result", number);
  }

  static boolean expression(Map<String, Object> payload) {
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> globals = PlainMaps.map(payload, "globals");
    return PlainMaps.number(data, "temperature") > PlainMaps.number(globals, "limit")
        && (PlainMaps.present(data, "state").equals("stopped")
            || PlainMaps.number(data, "count") >= 3);
  }

  static String template(Map<String, Object> payload) {
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> device = PlainMaps.map(data, "device");
    StringBuilder output = new StringBuilder(128);
    PlainText.appendEscaped(output, PlainMaps.present(device, "name"));
    output.append(" at ");
    PlainText.appendEscaped(output, PlainMaps.present(device, "site"));
    output.append(" is ");
    PlainText.appendEscaped(output, PlainMaps.present(data, "state"));
    output.append(": ");
    PlainText.appendEscaped(output, PlainMaps.present(data, "temperature"));
    output.append(" degrees, ");
    PlainText.appendEscaped(output, PlainMaps.present(data, "pressure"));
    return output.append(" bar").toString();
  }

  @SuppressWarnings("unchecked")
  static String list(Map<String, Object> payload) {
    List<Object> items = PlainMaps.list(PlainMaps.map(payload, "data"), "items");
    StringBuilder output = new StringBuilder(128);
    for (int i = 0; i < items.size(); i++) {
      Map<String, Object> item = (Map<String, Object>) items.get(i);
      output.append(i).append(". ");
      PlainText.appendEscaped(output, PlainMaps.present(item, "name"));
      output.append(": ");
      PlainText.appendEscaped(output, PlainMaps.present(item, "value"));
      output.append(' ');
      PlainText.appendEscaped(output, PlainMaps.present(item, "unit"));
      if (i < items.size() - 1) {
        output.append("; ");
      }
    }
    return output.toString();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> report(Map<String, Object> payload) {
    Map<String, Object> data = PlainMaps.map(payload, "data");
    Map<String, Object> device = PlainMaps.map(data, "device");
    List<Object> readings = PlainMaps.list(data, "readings");
    StringBuilder output = new StringBuilder(2500);
    output.append("{\n  \"report\": \"hourly\", \"schema\": 3, \"flow\": \"");
    PlainText.appendEscaped(output, PlainMaps.present(payload, "flowName"));
    output.append("\", \"time\": \"");
    PlainText.appendEscaped(output, PlainMaps.present(payload, "time"));
    output.append("\",\n  \"device\": \"");
    PlainText.appendEscaped(output, PlainMaps.present(device, "name"));
    output.append("\", \"site\": \"");
    PlainText.appendEscaped(output, PlainMaps.present(device, "site"));
    output.append("\",\n  \"channels\": [\n");
    for (int i = 0; i < 10; i++) {
      Map<String, Object> reading = (Map<String, Object>) readings.get(i);
      output
          .append(i == 0 ? "" : ",\n")
          .append("    {\"name\": \"channel-")
          .append(i)
          .append("\", \"kind\": \"temperature\", \"unit\": \"celsius\", \"displayed\": true,")
          .append(" \"decimals\": 2,\n     \"value\": ");
      PlainText.appendEscaped(output, PlainMaps.present(reading, "value"));
      output.append(", \"quality\": \"");
      PlainText.appendEscaped(output, PlainMaps.present(reading, "quality"));
      output.append("\", \"alarms\": [null, 80, 95.5] }");
    }
    return PlainMaps.parse(output.append("\n  ]\n}\n").toString());
  }
}
