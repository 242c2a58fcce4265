package dev.paperround;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.paperround.startup.OidcSettings;
import dev.paperround.startup.Settings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Publishes its keys, and issues nothing. */
public class OpenIdProvider implements QuarkusTestResourceLifecycleManager {
    private final KeyPair keys = newKeys();
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Override
    public Map<String, String> start() {
        server.start();
        var issuer = "http://127.0.0.1:" + server.port();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(okJson(new JsonObject()
                        .put("issuer", issuer)
                        .put("jwks_uri", issuer + "/keys")
                        .encode())));
        server.stubFor(get("/keys").willReturn(okJson(published((RSAPublicKey) keys.getPublic()))));
        return OidcSettings.properties(
                Settings.of(Map.of("paperround.oidc.issuer", issuer, "paperround.oidc.audience", "paper-round")));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(keys, new TestInjector.MatchesType(KeyPair.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String published(RSAPublicKey key) {
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray(List.of(new JsonObject()
                                .put("kty", "RSA")
                                .put("use", "sig")
                                .put("alg", "RS256")
                                .put("kid", "one")
                                .put("n", encoded(key.getModulus()))
                                .put("e", encoded(key.getPublicExponent())))))
                .encode();
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
