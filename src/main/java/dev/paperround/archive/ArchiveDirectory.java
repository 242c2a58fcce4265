package dev.paperround.archive;

import dev.paperround.matching.archive.ArchiveIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds a directory for the index. Processes that share the data directory each get their own. */
@ApplicationScoped
class ArchiveDirectory {
    private static final int MOST = 16;

    @ConfigProperty(name = "paperround.data-dir", defaultValue = "data")
    Path dataDirectory;

    ArchiveIndex open(String archive) throws IOException {
        for (var number = 1; number <= MOST; number++) {
            var directory = dataDirectory.resolve(number == 1 ? "archive" : "archive-" + number);
            var opened = ArchiveIndex.tryOpen(directory, archive);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new IOException(MOST + " programs use the data directory already; give this one a directory of its own");
    }
}
