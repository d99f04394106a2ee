package dev.sluice.bench;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A template of the Handlebars library for the JVM, told that it sees nothing but maps. */
final class LibraryTemplate {
  private final Template template;

  LibraryTemplate(String source) {
    try {
      template = new Handlebars().compileInline(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String render(Map<String, Object> payload) {
    Context context = Context.newBuilder(payload).resolver(MapValueResolver.INSTANCE).build();
    try {
      return template.apply(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
