package dev.sluice.nodes.docs;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.palette.Palette;
import dev.sluice.api.palette.PaletteType;
import dev.sluice.api.payload.ObjectValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the reference of nodes and triggers, all of it from a palette. */
final class NodesDocument {
  private static final String HEAD =
      """
      # Nodes and triggers

      This file is written by the build from what the engine knows of its types; see
      [CONTRIBUTING.md](../CONTRIBUTING.md) for how. `Engine.palette()` gives the same to a host, with the
      JSON Schema of each configuration.

      A field that may be missing may also be null, or blank text where that could mean nothing else. Text
      may be given as a number or as true or false, a number as text.
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  private NodesDocument() {}

  /** The document. */
  static String of(Palette palette) {
    NodesDocument document = new NodesDocument();
    Map<String, List<PaletteType>> families = new TreeMap<>();
    List<PaletteType> others = new ArrayList<>();
    for (PaletteType type : palette.nodes()) {
      if (type.isImplemented()) {
        families.computeIfAbsent(type.category(), category -> new ArrayList<>()).add(type);
      } else {
        others.add(type);
      }
    }
    families.forEach(document::family);
    document.triggers(palette.triggers());
    document.others(others);
    return document.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void family(String category, List<PaletteType> types) {
    line("");
    line("## " + heading(category));
    types.forEach(this::section);
  }

  private void section(PaletteType type) {
    line("");
    line("### " + type.label() + " – `" + type.type() + "`");
    line("");
    line(type.description() + " In " + place(type) + ". " + outputs(type.outputs()));
    fields(type);
  }

  private void triggers(List<PaletteType> types) {
    line("");
    line("## Triggers");
    line("");
    line("A host fires them; what it brings becomes the payload.");
    for (PaletteType type : types) {
      line("");
      line("### " + type.label() + " – `" + type.type() + "`");
      line("");
      line(type.description() + " In " + place(type) + ".");
      fields(type);
    }
  }

  private void others(List<PaletteType> types) {
    line("");
    line("## Not implemented");
    line("");
    line("Flows with these nodes are compiled and run, until a run reaches one.");
    line("");
    line("| Type | Does | In |");
    line("|---|---|---|");
    for (PaletteType type : types) {
      line("| `" + type.type() + "` | " + type.description() + " | " + place(type) + " |");
    }
  }

  private void fields(PaletteType type) {
    ObjectValue schema = type.configSchema();
    List<DocumentedField> fields = schema == null ? List.of() : DocumentedField.of(schema);
    if (fields.isEmpty()) {
      return;
    }
    line("");
    line("| Field | Holds | If missing | For |");
    line("|---|---|---|---|");
    fields.forEach(field -> line(field.row()));
    for (DocumentedField field : fields) {
      choices(field);
    }
  }

  private void choices(DocumentedField field) {
    List<DocumentedChoice> choices = field.choices();
    if (!choices.isEmpty()) {
      line("");
      line("| `" + field.name() + "[]." + choices.getFirst().property() + "` | Does | Fields |");
      line("|---|---|---|");
      choices.forEach(choice -> line(choice.row()));
    }
  }

  private static String place(PaletteType type) {
    String classes =
        Arrays.stream(FlowClass.values())
            .filter(type.flowClasses()::contains)
            .map(flowClass -> flowClass.label().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    String agent = type.minimumAgentVersion();
    return classes + " flows" + (agent == null ? "" : ", on edge from agent " + agent);
  }

  private static String outputs(@Nullable Outputs outputs) {
    if (outputs == null || outputs.count() == 0) {
      return "Ends its path.";
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < outputs.count(); i++) {
      names.add(i + " " + outputs.names().get(i));
    }
    return "Outputs: " + String.join(", ", names) + ".";
  }

  /** A category of the palette as a heading: {@code customNodeEnd} is Custom node end. */
  private static String heading(String category) {
    String words = category.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
