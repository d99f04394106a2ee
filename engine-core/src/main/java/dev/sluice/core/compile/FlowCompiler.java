package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Global;
import dev.sluice.api.flow.Node;
import dev.sluice.api.flow.Problem;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.InvalidJsonException;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.compile.NodeCompiler.Bound;
import dev.sluice.core.compile.Problems.Site;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import dev.sluice.core.graph.CustomNodes;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.Step;
import dev.sluice.core.language.Languages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles flow versions: everything that can be known before a run is worked out here, and every
 * problem is reported here, all together. Safe for many threads.
 */
public final class FlowCompiler {
  private static final Pattern GLOBAL_KEY = Pattern.compile("[0-9a-zA-Z_-]{1,255}");
  private static final int MAX_GLOBALS = 100;
  private static final String START = "customNodeStart";
  private static final String RETURN = "CustomNodeCapNode";

  private final NodeTypes types;
  private final Catalog catalog;
  private final FieldCompiler fields;
  private final ConfigBinder binder;
  private final CustomNodes customNodes;
  private final InheritedGlobals inheritedGlobals;
  private final int nesting;

  /**
   * A compiler.
   *
   * @param customNodes where calls of custom nodes are looked up
   * @param inheritedGlobals what a flow's own globals override
   * @param nesting how deep loops may be nested
   */
  public FlowCompiler(
      NodeTypes types,
      Catalog catalog,
      Languages languages,
      CustomNodes customNodes,
      InheritedGlobals inheritedGlobals,
      int nesting) {
    this.types = types;
    this.catalog = catalog;
    this.fields = new FieldCompiler(languages);
    this.binder = new ConfigBinder(fields);
    this.customNodes = customNodes;
    this.inheritedGlobals = inheritedGlobals;
    this.nesting = nesting;
  }

  /**
   * What came of compiling.
   *
   * @param flow the compiled flow, unless a problem is an error
   * @param problems all problems
   */
  public record Compilation(Optional<CompiledFlow> flow, List<Problem> problems) {}

  /** Compiles a version. */
  public Compilation compile(FlowVersion version) {
    Problems problems = new Problems();
    FlowClass flowClass = Optional.ofNullable(version.flowClass()).orElse(FlowClass.CLOUD);
    Availability availability = new Availability(version, flowClass, problems);
    ObjectValue globals =
        globals(inheritedGlobals.of(flowClass, version.version()), version.globals(), problems);
    checkCustomNode(version, flowClass, problems);

    Wiring wiring = Wiring.of(version, problems);
    NodeCompiler compiler =
        new NodeCompiler(
            types, catalog, binder, fields, customNodes, flowClass, availability, problems);
    Map<String, Bound> bound = new HashMap<>();
    for (Node node : version.nodes()) {
      Bound compiled = compiler.compile(node);
      if (node.id() != null) {
        bound.putIfAbsent(node.id(), compiled);
      }
    }
    wiring.checkGroups(withBody(bound), nesting);

    Map<String, List<List<String>>> followers = new LinkedHashMap<>();
    Map<String, List<String>> edges = new LinkedHashMap<>();
    wiring
        .nodes()
        .forEach(
            (id, node) -> {
              List<List<String>> targets = wiring.followers(node, known(bound, id).outputs());
              followers.put(id, targets);
              edges.put(id, targets.stream().flatMap(List::stream).toList());
            });
    List<List<String>> starts = new ArrayList<>();
    for (Trigger trigger : version.triggers()) {
      checkTrigger(trigger, availability, problems);
      starts.add(wiring.followers(trigger));
    }

    Order order = new Order(edges);
    checkCycles(order, wiring, problems);
    wiring.checkReached(order.reachedFrom(starts.stream().flatMap(List::stream).toList()));
    if (problems.hasErrors()) {
      return new Compilation(Optional.empty(), problems.list());
    }

    String flowId = Optional.ofNullable(version.flowId()).orElse("");
    Map<String, Step> steps = steps(flowId, version, wiring, bound, followers, order.sorted());
    List<CompiledTrigger> triggers = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      triggers.add(trigger(version.triggers().get(i), i, flowId, steps(starts.get(i), steps)));
    }
    CompiledFlow flow =
        new CompiledFlow(
            flowId,
            Optional.ofNullable(version.name()).orElse(""),
            version.version(),
            version.id(),
            flowClass,
            version.enabled(),
            globals,
            triggers,
            version.customNodeConfig(),
            availability.callers(),
            availability.minimumAgentVersion(),
            version.other(),
            compiler.calls(),
            steps.values().stream().anyMatch(Step::waits));
    return new Compilation(Optional.of(flow), problems.list());
  }

  private static Set<String> withBody(Map<String, Bound> bound) {
    return bound.entrySet().stream()
        .filter(entry -> entry.getValue().outputs().body() >= 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static ObjectValue globals(
      ObjectValue inherited, List<Global> globals, Problems problems) {
    if (globals.size() > MAX_GLOBALS) {
      problems.error(
          Site.FLOW,
          "globals",
          "There are too many globals.",
          String.valueOf(globals.size()),
          "at most " + MAX_GLOBALS);
    }
    ObjectValue.Builder values = inherited.toBuilder();
    for (int i = 0; i < globals.size(); i++) {
      Global global = globals.get(i);
      if (!GLOBAL_KEY.matcher(global.key()).matches()) {
        problems.error(
            Site.FLOW,
            "globals[" + i + "].key",
            "The key of a global has characters that it may not have.",
            global.key(),
            "1 to 255 letters, digits, underscores and dashes");
      }
      try {
        values.put(global.key(), global.value());
      } catch (InvalidJsonException e) {
        problems.error(
            Site.FLOW,
            "globals[" + i + "].json",
            String.valueOf(e.getMessage()),
            FieldCompiler.shorten(global.json()),
            "JSON text");
      }
    }
    return values.build();
  }

  private static void checkCustomNode(FlowVersion version, FlowClass flowClass, Problems problems) {
    if (flowClass != FlowClass.CUSTOM_NODE) {
      return;
    }
    long starts =
        version.triggers().stream().filter(trigger -> trigger.type().equals(START)).count();
    if (starts != 1) {
      problems.error(
          Site.FLOW,
          "triggers",
          "A custom node has exactly one start.",
          starts + " of type " + START,
          "1");
    }
    if (version.nodes().stream().noneMatch(node -> node.type().equals(RETURN))) {
      problems.error(
          Site.FLOW,
          "nodes",
          "A custom node has at least one return.",
          "none of type " + RETURN,
          "1 or more");
    }
  }

  private void checkTrigger(Trigger trigger, Availability availability, Problems problems) {
    Site site = Wiring.site(trigger);
    catalog
        .trigger(trigger.type())
        .ifPresentOrElse(
            entry ->
                availability.check(
                    site, trigger.type(), entry.flowClasses(), entry.minimumAgentVersion()),
            () ->
                problems.error(
                    site,
                    "type",
                    "The trigger type is not known.",
                    trigger.type(),
                    "a type of the catalog"));
    Value payload = trigger.meta().get("payload");
    if (trigger.type().equals("virtualButton")
        && payload instanceof StringValue text
        && !text.text().isBlank()) {
      try {
        Value.parseJson(text.text());
      } catch (InvalidJsonException e) {
        problems.warning(
            site,
            "meta.payload",
            e.getMessage() + "; a press without data sends an empty object.",
            FieldCompiler.shorten(text.text()),
            "JSON text");
      }
    }
  }

  private static void checkCycles(Order order, Wiring wiring, Problems problems) {
    List<String> cycle = order.cycle();
    if (!cycle.isEmpty()) {
      Node node = known(wiring.nodes(), cycle.getFirst());
      problems.error(
          Wiring.site(node),
          "outputIds",
          "The nodes form a circle, on which a run would never end.",
          FieldCompiler.shorten(String.join(" → ", cycle)),
          "paths that end");
    }
  }

  private static Map<String, Step> steps(
      String flowId,
      FlowVersion version,
      Wiring wiring,
      Map<String, Bound> bound,
      Map<String, List<List<String>>> followers,
      List<String> sorted) {
    Map<String, Step> steps = new HashMap<>();
    for (String id : sorted) {
      Node node = known(wiring.nodes(), id);
      Value label = node.meta().get("label");
      Place place =
          new Place(
              flowId,
              version.version(),
              id,
              node.type(),
              label.isPresent() ? label.toText() : node.type());
      steps.put(id, new Step(place, known(bound, id).action(), known(bound, id).outputs()));
    }
    // From the ends backwards, so that each step knows whether anything behind it waits.
    for (String id : sorted.reversed()) {
      List<Step[]> next = known(followers, id).stream().map(ids -> steps(ids, steps)).toList();
      boolean waits = known(bound, id).waits();
      for (Step[] targets : next) {
        for (Step target : targets) {
          waits |= target.waits();
        }
      }
      known(steps, id).connect(next, waits);
    }
    return steps;
  }

  private static Step[] steps(List<String> ids, Map<String, Step> steps) {
    return ids.isEmpty()
        ? Step.NONE
        : ids.stream().map(id -> known(steps, id)).toArray(Step[]::new);
  }

  private static CompiledTrigger trigger(
      Trigger trigger, int position, String flowId, Step[] steps) {
    String key =
        Optional.ofNullable(trigger.key())
            .orElseGet(() -> ServedTrigger.keyOf(flowId, trigger.type(), position));
    Value uiId = trigger.meta().get("uiId");
    return new CompiledTrigger(
        trigger.type(),
        key,
        uiId.isTruthy() ? uiId.toText() : "",
        trigger.config(),
        data(trigger),
        new Steps(steps));
  }

  /** A button is set up with a payload of its own; any other trigger has none. */
  private static Value data(Trigger trigger) {
    if (trigger.meta().get("payload") instanceof StringValue text && !text.text().isBlank()) {
      try {
        return Value.parseJson(text.text());
      } catch (InvalidJsonException e) {
        return ObjectValue.empty();
      }
    }
    return ObjectValue.empty();
  }

  /** What a map is known to hold. */
  private static <T> T known(Map<String, T> map, String id) {
    return Objects.requireNonNull(map.get(id), id);
  }
}
