package dev.paperround;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import java.util.Set;

/** Few who start the program read the document of its API, and Quarkus takes a sixteenth of the start to write it, twice. */
public class OpenApiOnDemand implements BuildCompatibleExtension {
    private static final Set<String> METHODS = Set.of("prepareDocument", "getDocument");

    /** Tests and development mode load Quarkus's classes where ours are not seen. */
    @Enhancement(types = OpenApiDocumentService.class)
    public void putOff(ClassConfig service) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        service.methods().stream()
                .filter(method -> METHODS.contains(method.info().name()))
                .forEach(method -> method.addAnnotation(OnDemand.class));
    }
}
