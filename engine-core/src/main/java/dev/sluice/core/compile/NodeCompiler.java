package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.Node;
import dev.sluice.api.language.Dates;
import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.language.TextPatterns;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.catalog.CatalogEntry;
import dev.sluice.core.compile.Problems.Site;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CustomNodeKey;
import dev.sluice.core.graph.CustomNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the actions of a flow version's nodes: finds their types, binds their configurations. */
final class NodeCompiler {
  private static final NodeAction NOTHING = node -> NodeAction.NEXT;

  private final NodeTypes types;
  private final Catalog catalog;
  private final ConfigBinder binder;
  private final FieldCompiler fields;
  private final CustomNodes customNodes;
  private final FlowClass flowClass;
  private final Availability availability;
  private final Problems problems;
  private final List<CustomNodeReference> calls = new ArrayList<>();

  NodeCompiler(
      NodeTypes types,
      Catalog catalog,
      ConfigBinder binder,
      FieldCompiler fields,
      CustomNodes customNodes,
      FlowClass flowClass,
      Availability availability,
      Problems problems) {
    this.types = types;
    this.catalog = catalog;
    this.binder = binder;
    this.fields = fields;
    this.customNodes = customNodes;
    this.flowClass = flowClass;
    this.availability = availability;
    this.problems = problems;
  }

  /**
   * A node's action, its outputs, and whether it may itself wait for something outside the run.
   *
   * @param action what it does; where a problem was reported, nothing
   */
  record Bound(NodeAction action, Outputs outputs, boolean waits) {}

  /** The custom nodes that the nodes compiled so far call. */
  List<CustomNodeKey> calls() {
    return calls.stream().map(CustomNodeReference::key).distinct().toList();
  }

  Bound compile(Node node) {
    Site site = Wiring.site(node);
    Optional<NodeType<?>> type = types.find(node.type());
    Optional<CatalogEntry> entry = catalog.node(node.type());
    if (type.isPresent()) {
      return bind(type.get(), node, site);
    }
    if (entry.isEmpty()) {
      problems.error(
          site, "type", "The node type is not known.", node.type(), "a type of the catalog");
      return new Bound(NOTHING, anyOutputs(node), false);
    }
    availability.check(
        site, node.type(), entry.get().flowClasses(), entry.get().minimumAgentVersion());
    problems.warning(
        site,
        "type",
        "The node type is known but not implemented; a run that reaches the node fails.",
        node.type(),
        null);
    return new Bound(notImplemented(node.type()), anyOutputs(node), false);
  }

  private static NodeAction notImplemented(String type) {
    return node -> {
      throw new NodeException(
          "NotImplementedError", "The node type " + type + " is not implemented.");
    };
  }

  /** Outputs as a node is wired, where its type cannot tell. */
  private static Outputs anyOutputs(Node node) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < node.outputIds().size(); i++) {
      names.add(String.valueOf(i));
    }
    return new Outputs(names, -1);
  }

  /** Outputs as a type describes them, or as a node without a body is wired if it has more. */
  private static Outputs presumedOutputs(Outputs described, Node node) {
    return described.body() >= 0 || described.count() >= node.outputIds().size()
        ? described
        : anyOutputs(node);
  }

  private <C extends Record> Bound bind(NodeType<C> type, Node node, Site site) {
    var description = type.description();
    availability.check(
        site, node.type(), description.flowClasses(), description.minimumAgentVersion());
    C config = binder.bind(type.configType(), node.config(), problem -> report(site, problem));
    if (config == null) {
      return new Bound(NOTHING, presumedOutputs(description.outputs(), node), false);
    }
    Binding binding = new Binding(node);
    try {
      NodeAction action = type.bind(config, binding);
      return new Bound(action, type.outputs(config), description.waits() || binding.waits);
    } catch (InvalidConfigException e) {
      report(site, e);
      return new Bound(NOTHING, type.outputs(config), false);
    }
  }

  private void report(Site site, InvalidConfigException problem) {
    String message = problem.getMessage();
    problems.error(
        site,
        "config." + problem.field(),
        message == null ? "cannot be used" : message,
        problem.found(),
        problem.expected());
  }

  private final class Binding implements NodeBinding {
    private final Node node;
    private boolean waits;

    Binding(Node node) {
      this.node = node;
    }

    @Override
    public String nodeId() {
      return String.valueOf(node.id());
    }

    @Override
    public FlowClass flowClass() {
      return flowClass;
    }

    @Override
    public ObjectValue meta() {
      return node.meta();
    }

    @Override
    public StringTemplate template(String field, String source) {
      return fields.template(field, source);
    }

    @Override
    public Expression expression(String field, String source) {
      return fields.expression(field, source);
    }

    @Override
    public JsonTemplate jsonTemplate(String field, String source) {
      return fields.jsonTemplate(field, source);
    }

    @Override
    public PayloadPath path(String field, String source) {
      return fields.path(field, source);
    }

    @Override
    public Dates dates() {
      return fields.dates();
    }

    @Override
    public TextPatterns patterns() {
      return fields.patterns();
    }

    @Override
    public CustomNode customNode(String flowId, String version) {
      CustomNodeKey key = new CustomNodeKey(flowId, version, availability.callsPublishedOnly());
      CustomNodeReference reference = new CustomNodeReference(key, customNodes, fields);
      calls.add(reference);
      if (!availability.checkVersion(Wiring.site(node), "config.customNodeVersion", version)) {
        return reference;
      }
      @Nullable CompiledFlow target = reference.find().orElse(null);
      // One that is deployed later might wait; to run its branch apart is then never wrong.
      waits |= target == null || target.waits();
      if (target == null) {
        problems.warning(
            Wiring.site(node),
            "config.customNodeId",
            "The custom node is not deployed; until it is, a run that reaches the node fails.",
            key.toString(),
            key.publishedOnly() ? "a published version in service" : "a deployed custom node");
      } else {
        availability.checkCall(Wiring.site(node), "config.customNodeId", target);
      }
      return reference;
    }
  }
}
