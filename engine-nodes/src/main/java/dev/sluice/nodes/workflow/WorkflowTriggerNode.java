package dev.sluice.nodes.workflow;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Buttons.Scheduled;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Presses a virtual button of a flow, now or later, or sees to it that it is not pressed later. */
public final class WorkflowTriggerNode implements NodeType<WorkflowTriggerNode.Config> {
  private static final String DEFAULT_VERSION = "default";
  private static final int MAX_RUN_ID = 255;

  enum Behavior {
    IMMEDIATE,
    SCHEDULE,
    CANCEL
  }

  enum PayloadType {
    JSON,
    STRING,
    PATH
  }

  record Config(
      @Description("Whether to fire now, to plan it, or to take back what was planned.")
          @Default("immediate")
          Behavior behavior,
      @Description("The id of the flow; not needed to take back.") @Default("")
          StringTemplate triggerWorkflowId,
      @Description("The version of the flow; the one that runs where none is named if blank.")
          @Default("")
          StringTemplate flowVersionTemplate,
      @Description("The key of its virtual button; not needed to take back.") @Default("")
          StringTemplate triggerVirtualButtonId,
      @Description("What its data is given as.") @Default("json") PayloadType payloadTemplateType,
      @Description("Its data; what the button is set up with if blank.") @Default("")
          String payloadTemplate,
      @Description("Whether the time is seconds from now or a date.") @Default("relative")
          Scheduling scheduling,
      @Description("The seconds from now.") @Default("") StringTemplate secondsTemplate,
      @Description("The date.") @Default("") StringTemplate dateTemplate,
      @Description("The id of what was planned.") @Default("") StringTemplate runIdTemplate,
      @Description("Where to put the id of the run or of what was planned.")
          @Nullable PayloadPath resultPath) {}

  @Override
  public NodeDescription description() {
    return NodeDescription.of("WorkflowTriggerNode", "workflow-trigger")
        .category("output")
        .label("Workflow")
        .description("Presses a virtual button of a flow, now or later.")
        .flowClasses(Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.CUSTOM_NODE))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    Function<NodeContext, Value> behavior =
        switch (config.behavior) {
          case IMMEDIATE -> press(new Target(config, binding));
          case SCHEDULE -> schedule(config, new Target(config, binding));
          case CANCEL -> cancel(config);
        };
    return node -> {
      Value result = behavior.apply(node);
      if (config.resultPath != null) {
        node.payload().set(config.resultPath, result);
      }
      return NodeAction.NEXT;
    };
  }

  // ---- what it does

  private static Function<NodeContext, Value> press(Target target) {
    return node -> {
      String flowId = target.flowId(node.payload());
      ButtonPress press = target.press(node.payload());
      String runId = node.buttons().press(flowId, press);
      return result(ObjectValue.builder().put("runId", runId), flowId, press);
    };
  }

  private static Function<NodeContext, Value> schedule(Config config, Target target) {
    Function<NodeContext, Instant> time =
        config.scheduling.time(config.secondsTemplate, config.dateTemplate);
    return node -> {
      String flowId = target.flowId(node.payload());
      ButtonPress press = target.press(node.payload());
      Instant runAt = time.apply(node);
      String runId = config.runIdTemplate.render(node.payload()).strip();
      Scheduled scheduled =
          node.buttons().schedule(flowId, press, runAt, runId.isEmpty() ? null : checked(runId));
      ObjectValue.Builder result =
          ObjectValue.builder().put("runId", scheduled.runId()).put("runAt", Value.of(runAt));
      result.put("newOrUpdate", scheduled.replaces() ? "update" : "new");
      return result(result, flowId, press);
    };
  }

  private static Function<NodeContext, Value> cancel(Config config) {
    required("runIdTemplate", config.runIdTemplate, "the id of a scheduled run");
    return node -> {
      String runId = rendered("runIdTemplate", config.runIdTemplate, node.payload());
      boolean success = node.buttons().cancel(runId);
      ObjectValue.Builder result =
          ObjectValue.builder().put("runId", runId).put("success", success);
      if (!success) {
        result.put(
            "error",
            ObjectValue.builder()
                .put("type", "NotFound")
                .put("message", "There is no scheduled run " + runId + ".")
                .build());
      }
      return result.build();
    };
  }

  private static String checked(String runId) {
    if (runId.length() > MAX_RUN_ID) {
      throw new NodeException(
          "ValidationError",
          "The id of a run may have at most "
              + MAX_RUN_ID
              + " characters, not "
              + runId.length()
              + ".");
    }
    return runId;
  }

  private static Value result(ObjectValue.Builder result, String flowId, ButtonPress press) {
    result
        .put("flowId", flowId)
        .put("flowVersion", String.valueOf(press.circumstances().version()))
        .put("virtualButtonId", press.key());
    if (press.data() != null) {
      result.put("payload", press.data());
    }
    return result.put("success", true).build();
  }

  // ---- what it does it to

  /** The button to press, and what is sent with the press. */
  private static final class Target {
    private final Config config;
    private final Function<Payload, Value> payload;

    Target(Config config, NodeBinding binding) {
      required("triggerWorkflowId", config.triggerWorkflowId, "the id of a flow");
      required("triggerVirtualButtonId", config.triggerVirtualButtonId, "the id of a button");
      this.config = config;
      this.payload = payload(config, binding);
    }

    /** Without a payload of the node's own, the button sends the one it is set up with. */
    private static Function<Payload, Value> payload(Config config, NodeBinding binding) {
      String field = "payloadTemplate";
      String source = config.payloadTemplate;
      if (source.isBlank()) {
        return payload -> Value.undefined();
      }
      return switch (config.payloadTemplateType) {
        case JSON -> binding.jsonTemplate(field, source)::evaluate;
        case STRING -> {
          StringTemplate template = binding.template(field, source);
          yield payload -> Value.of(template.render(payload));
        }
        case PATH -> {
          PayloadPath path = binding.path(field, source);
          yield payload -> payload.get(path);
        }
      };
    }

    String flowId(Payload from) {
      return rendered("triggerWorkflowId", config.triggerWorkflowId, from);
    }

    ButtonPress press(Payload from) {
      String version = config.flowVersionTemplate.render(from).strip();
      String button = rendered("triggerVirtualButtonId", config.triggerVirtualButtonId, from);
      ButtonPress press =
          ButtonPress.of(button)
              .in(
                  Circumstances.unknown()
                      .forVersion(version.isEmpty() ? DEFAULT_VERSION : version));
      Value data = payload.apply(from);
      return data.equals(Value.undefined()) ? press : press.with(data);
    }
  }

  static void required(String field, StringTemplate template, String expected) {
    if (template.source().isBlank()) {
      throw new InvalidConfigException(field, "is required", "nothing", expected);
    }
  }

  static String rendered(String field, StringTemplate template, Payload payload) {
    String text = template.render(payload).strip();
    if (text.isEmpty()) {
      throw new NodeException(
          "ValidationError", "The template " + field + " must not be blank on the payload.");
    }
    return text;
  }
}
