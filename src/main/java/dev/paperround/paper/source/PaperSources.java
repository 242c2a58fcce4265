package dev.paperround.paper.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

@ApplicationScoped
public class PaperSources {
    @Inject
    @Any
    Instance<PaperSource> single;

    @Inject
    @Any
    Instance<SourceGroup> groups;

    public List<PaperSource> all() {
        return Stream.concat(single.stream(), groups.stream().flatMap(group -> group.sources().stream()))
                .toList();
    }

    public List<String> scheduled() {
        return all().stream()
                .filter(source -> source.every().isPresent())
                .map(PaperSource::name)
                .toList();
    }
}
