package dev.paperround;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Exports traces if a collector is configured. Requests are not traced, because their URLs contain tokens and their
 * duration is already measured.
 */
@ApplicationScoped
class Traces {
    private static final String NAME = "paper-round";
    private static final int FLUSH_SECONDS = 2;

    private final Optional<SdkTracerProvider> provider;

    Traces(@ConfigProperty(name = "paperround.traces") Optional<String> collector) {
        provider = collector.map(Traces::to);
    }

    private static SdkTracerProvider to(String collector) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.replaceFirst("/+$", "") + "/v1/traces")
                .build();
        var instance = Attributes.builder()
                .put("service.name", NAME)
                .put("service.instance.id", UUID.randomUUID().toString())
                .build();
        return SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .setResource(Resource.getDefault().merge(Resource.create(instance)))
                .build();
    }

    @Produces
    @Singleton
    Tracer tracer() {
        return provider.<TracerProvider>map(it -> it)
                .orElseGet(TracerProvider::noop)
                .get(NAME);
    }

    void tell() {
        provider.ifPresent(it -> it.forceFlush().join(FLUSH_SECONDS, TimeUnit.SECONDS));
    }

    // Runs after the jobs have ended.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 1) ShutdownEvent event) {
        provider.ifPresent(it -> it.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS));
    }
}
