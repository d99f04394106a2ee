package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import java.time.Instant;
import java.time.InstantSource;

/** Compiles and renders in one go, at a fixed time. */
public final class Rendered {
  private Rendered() {}

  /** A compiler at 2024-01-15T14:30:00Z. */
  public static TemplateCompiler compiler(TemplateLimits limits) {
    return new TemplateCompiler(InstantSource.fixed(Instant.parse("2024-01-15T14:30:00Z")), limits);
  }

  /** What a template renders to with a payload in JSON. */
  public static String of(String template, String json) {
    return compiler(TemplateLimits.defaults()).compile(template).render(payload(json));
  }

  static Payload payload(String json) {
    return Payload.of(Value.parseJson(json));
  }
}
