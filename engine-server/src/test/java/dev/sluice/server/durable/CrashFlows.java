package dev.sluice.server.durable;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.FlowsOperations;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * The flows that run while their process is killed.
 *
 * @param counter counts the entry up that a press names, and has the sum at {@code working.sum}
 * @param versioned has versions whose runs have their number at {@code working.number}
 * @param scheduler has the button of {@code scheduled} pressed after {@code data.seconds}
 * @param scheduled counts the entry up that the press names
 */
record CrashFlows(String counter, String versioned, String scheduler, String scheduled) {
  private static final String COUNTING =
      """
      {"name": "%s", "triggers": [{"type": "virtualButton", "key": "go", "outputIds": [["n"]]}],
       "nodes": [{"id": "n", "type": "StoreValueNode", "config": {"keyName": "{{data.key}}",
         "valueType": "incr", "value": "1", "resultPath": "working.sum"}}]}
      """;

  private static final String VERSIONED =
      """
      {%s, "triggers": [{"type": "virtualButton", "key": "go", "outputIds": [["n"]]}],
       "nodes": [{"id": "n", "type": "MutateNode", "config": {"rules": [
         {"type": "set", "destination": "working.number", "valueTemplate": "%d"}]}}]}
      """;

  private static final String SCHEDULING =
      """
      {"name": "Scheduler", "triggers": [{"type": "virtualButton", "key": "go", "outputIds": [["n"]]}],
       "nodes": [{"id": "n", "type": "WorkflowTriggerNode", "config": {"behavior": "schedule",
         "triggerWorkflowId": "%s", "triggerVirtualButtonId": "go", "scheduling": "relative",
         "payloadTemplate": "{\\"key\\": \\"{{data.key}}\\"}", "secondsTemplate": "{{data.seconds}}",
         "runIdTemplate": "{{data.key}}"}}]}
      """;

  static CrashFlows create(Engine engine) {
    FlowsOperations flows = engine.manage().flows();
    String counter = flows.post(json(COUNTING.formatted("Counter"))).id();
    String versioned = flows.post(json(VERSIONED.formatted("\"name\": \"Versioned\"", 0))).id();
    String scheduled = flows.post(json(COUNTING.formatted("Scheduled"))).id();
    String scheduler = flows.post(json(SCHEDULING.formatted(scheduled))).id();
    return new CrashFlows(counter, versioned, scheduler, scheduled);
  }

  static ObjectValue version(int number) {
    return json(VERSIONED.formatted("\"version\": \"" + number + "\"", number));
  }

  private static ObjectValue json(String text) {
    return (ObjectValue) Value.parseJson(text);
  }
}
