package dev.sluice.nodes.logic;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Branches on whether a place lies within a distance of another or within a polygon. */
public final class GeofenceNode implements NodeType<GeofenceNode.Config> {
  private static final int OUTSIDE = 0;
  private static final int INSIDE = 1;

  enum CheckType {
    RADIUS,
    POLYGON_COORDS,
    POLYGON
  }

  record Config(
      @Description(
              "The kind of area: around a place, or a polygon from coordinates or from a path.")
          @Default("radius")
          CheckType checkType,
      @Description("The coordinates to check.") StringTemplate gpsCheck,
      @Description("The coordinates of the middle of an area around a place.") @Default("")
          StringTemplate gpsCenter,
      @Description("How far it reaches, in metres.") @Default("") StringTemplate radius,
      @Description("The corners of the polygon, one a line.") @Default("")
          StringTemplate polygonCoords,
      @Description("Where the corners of the polygon are found.") @Nullable PayloadPath polygonPath,
      @Description(
              "Where to put the distance from the middle in metres, or whether the place lies in the polygon.")
          @Nullable PayloadPath resultPath,
      @Description("Where to put whether the place lies within the area.")
          @Nullable PayloadPath branchPath) {}

  /** What a check found: the side, and the value for the result path. */
  private record Finding(boolean inside, Value result) {
    /** Where something that is needed cannot be read, the place counts as outside. */
    static final Finding NONE = new Finding(false, Value.undefined());
  }

  @FunctionalInterface
  private interface Check {
    Finding apply(Payload payload, GpsPosition place);
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("GeofenceNode", "geofence")
        .description("Branches on whether a place lies within an area.")
        .outputs(Outputs.of("outside", "inside"))
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    require("gpsCheck", config.gpsCheck, "coordinates");
    Check check = check(config);
    return node -> {
      Payload payload = node.payload();
      Finding finding =
          GpsPosition.parse(text(config.gpsCheck, payload))
              .map(place -> check.apply(payload, place))
              .orElse(Finding.NONE);
      if (config.resultPath != null && finding.result.isPresent()) {
        payload.set(config.resultPath, finding.result);
      }
      if (config.branchPath != null) {
        payload.set(config.branchPath, Value.of(finding.inside));
      }
      return finding.inside ? INSIDE : OUTSIDE;
    };
  }

  private static Check check(Config config) {
    return switch (config.checkType) {
      case RADIUS -> {
        require("gpsCenter", config.gpsCenter, "coordinates");
        require("radius", config.radius, "a number of metres");
        yield radius(parsed(config.gpsCenter, GpsPosition::parse), new TextNumber(config.radius));
      }
      case POLYGON_COORDS -> {
        require("polygonCoords", config.polygonCoords, "coordinates, one a line");
        yield polygon(parsed(config.polygonCoords, GpsPolygon::ofLines));
      }
      case POLYGON -> {
        PayloadPath path = config.polygonPath;
        if (path == null) {
          throw missing("polygonPath", "a payload path");
        }
        yield polygon(payload -> GpsPolygon.ofValue(payload.get(path)));
      }
    };
  }

  private static Check radius(Function<Payload, Optional<GpsPosition>> center, TextNumber radius) {
    return (payload, place) -> {
      Optional<GpsPosition> middle = center.apply(payload);
      double metres = radius.evaluate(payload);
      if (middle.isEmpty() || !(metres >= 0)) {
        return Finding.NONE;
      }
      double distance = middle.get().distanceTo(place);
      return new Finding(distance <= metres, Value.of(distance));
    };
  }

  private static Check polygon(Function<Payload, Optional<GpsPolygon>> area) {
    return (payload, place) ->
        area.apply(payload)
            .map(polygon -> polygon.contains(place))
            .map(inside -> new Finding(inside, Value.of(inside)))
            .orElse(Finding.NONE);
  }

  /** What a template's text means; worked out at once where the text is always the same. */
  private static <T> Function<Payload, Optional<T>> parsed(
      StringTemplate template, Function<String, Optional<T>> parser) {
    if (template.isConstant()) {
      Optional<T> value = parser.apply(template.render(Payload.empty()));
      return payload -> value;
    }
    return payload -> parser.apply(text(template, payload));
  }

  /**
   * The text of what a template gives. That of a single reference is not escaped, for minutes and
   * seconds are written with quotes.
   */
  private static String text(StringTemplate template, Payload payload) {
    return template.evaluate(payload).toText();
  }

  private static void require(String field, StringTemplate template, String expected) {
    if (template.source().isBlank()) {
      throw missing(field, expected);
    }
  }

  private static InvalidConfigException missing(String field, String expected) {
    return new InvalidConfigException(field, "is required", "nothing", expected);
  }
}
