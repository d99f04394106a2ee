package dev.sluice.api.trigger;

import java.util.Optional;

/**
 * Something that happened and that triggers may react to. What an engine is told by {@link
 * dev.sluice.api.engine.Engine#publish} fires every trigger that the fact matches; {@link
 * #firing()} makes a firing of it that a host aims at one flow itself. Facts are immutable.
 *
 * <p>Source of what each puts on the payload: the reference of the trigger of the same name.
 */
public sealed interface Fact
    permits AgentFact,
        ButtonPress,
        DataTableChange,
        DeviceCreation,
        DeviceFact,
        DirectCall,
        EndpointRequest,
        EventChange,
        FileChange,
        InboundEmail,
        IntegrationEvent,
        MqttMessage,
        NotebookCompletion,
        ResourceJobFact,
        TimerTick,
        WebhookFact {
  /**
   * When and by whom it came about.
   *
   * @return the circumstances
   */
  Circumstances circumstances();

  /**
   * The version of flows that it is meant for.
   *
   * @return the version's name, empty for the default one
   */
  default Optional<String> version() {
    return Optional.ofNullable(circumstances().version());
  }

  /**
   * The same fact under other circumstances.
   *
   * @param other the circumstances
   * @return a fact of the same kind
   */
  Fact in(Circumstances other);

  /**
   * A firing of the flow's only or first trigger of the fact's type, with the payload of that type.
   * What only a trigger's configuration decides is as it is by default.
   *
   * @return a firing
   */
  Firing firing();
}
