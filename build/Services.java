import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the lists of services that the class path needs from what a module's descriptor provides,
 * so that a service is named in one place: {@code java Services.java CLASSES}.
 */
final class Services {
  private Services() {}

  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
      Path folder = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
      for (Provides provides : ModuleDescriptor.read(descriptor).provides()) {
        Files.write(folder.resolve(provides.service()), provides.providers());
      }
    }
  }
}
