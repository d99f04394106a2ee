package dev.sluice.core.trigger;

import dev.sluice.api.trigger.AgentFact;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.DataTableChange;
import dev.sluice.api.trigger.DeviceCreation;
import dev.sluice.api.trigger.DeviceFact;
import dev.sluice.api.trigger.DirectCall;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.EventChange;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.FileChange;
import dev.sluice.api.trigger.InboundEmail;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.NotebookCompletion;
import dev.sluice.api.trigger.ResourceJobCompletion;
import dev.sluice.api.trigger.ResourceJobFact;
import dev.sluice.api.trigger.ResourceJobIteration;
import dev.sluice.api.trigger.ResourceJobTimeout;
import dev.sluice.api.trigger.TimerTick;
import dev.sluice.api.trigger.WebhookFact;
import java.util.Collection;
import java.util.List;

/** Where facts look for triggers. */
final class Lookups {
  private Lookups() {}

  /** Different places, so that no trigger is found twice. */
  static Collection<? extends Lookup> of(Fact fact) {
    return switch (fact) {
      case DeviceFact device -> DeviceTriggers.lookups(device);
      case MqttMessage message -> MqttTriggers.lookups(message);
      case EndpointRequest request -> EndpointTriggers.lookups(request);
      case EventChange event -> EventTriggers.lookups(event);
      case FileChange file -> FileTriggers.lookups(file);
      case AgentFact gateway -> GatewayTriggers.lookups(gateway);
      case DeviceCreation creation -> keyed("deviceCreate");
      case DataTableChange change -> keyed("dataTable", change.tableId());
      case IntegrationEvent event -> keyed("integration", event.integrationId());
      case WebhookFact webhook -> keyed("webhook", webhook.webhookId());
      case InboundEmail email -> keyed("inboundEmail", email.subaddress());
      case NotebookCompletion notebook -> keyed("notebook", notebook.notebookId());
      case ResourceJobFact job -> keyed(type(job), job.jobId());
      case ButtonPress press -> keyed("virtualButton", press.key());
      case TimerTick tick -> keyed("timer", tick.key());
      case DirectCall call -> keyed("direct", call.id());
    };
  }

  private static List<Lookup> keyed(String kind, String... key) {
    return List.of(Address.Exact.of(kind, key));
  }

  private static String type(ResourceJobFact job) {
    return switch (job) {
      case ResourceJobIteration iteration -> "resourceJobIteration";
      case ResourceJobTimeout timeout -> "resourceJobIterationTimeout";
      case ResourceJobCompletion completion -> "resourceJobComplete";
    };
  }
}
