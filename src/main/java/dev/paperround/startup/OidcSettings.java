package dev.paperround.startup;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class OidcSettings {
    private static final String PREFIX = "paperround.oidc.";
    private static final String ISSUER = PREFIX + "issuer";
    private static final String AUDIENCE = PREFIX + "audience";
    private static final String ROLES_CLAIM = PREFIX + "roles-claim";
    private static final String QUARKUS = "quarkus.oidc.";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static final List<SettingRule> RULES = List.of(
            SettingRule.of(
                    ISSUER,
                    value -> SettingRules.isWebAddress(value) && isSafe(URI.create(value)),
                    "an absolute https URL such as https://login.example.org/realms/papers"),
            SettingRule.of(AUDIENCE, value -> value.matches("[!-~]+"), "visible ASCII characters without spaces"),
            SettingRule.of(
                    ROLES_CLAIM, value -> value.matches("[!-~]+"), "the path of a claim such as realm_access/roles"));

    private OidcSettings() {}

    static void check(Settings settings) throws StartupFailure {
        if (settings.has(ISSUER) && !settings.has(AUDIENCE)) {
            throw new StartupFailure(SettingRule.variable(AUDIENCE)
                    + " is not set; it must be whom tokens of PAPERROUND_OIDC_ISSUER are meant for, or those for"
                    + " any other program would open this one.");
        }
    }

    // Keys fetched over plain HTTP could be anyone's.
    private static boolean isSafe(URI issuer) {
        return issuer.getScheme().equalsIgnoreCase("https") || THIS_MACHINE.contains(issuer.getHost());
    }

    public static Map<String, String> properties(Settings settings) {
        var found = new LinkedHashMap<String, String>();
        settings.get(ISSUER).ifPresent(issuer -> {
            found.put(QUARKUS + "tenant-enabled", "true");
            found.put(QUARKUS + "application-type", "service");
            found.put(QUARKUS + "auth-server-url", issuer);
            found.put(QUARKUS + "token.audience", settings.get(AUDIENCE).orElseThrow());
            found.put(
                    QUARKUS + "roles.role-claim-path", settings.get(ROLES_CLAIM).orElse("groups"));
            // Tokens are verified by signature only; the provider is not asked about tokens we cannot verify.
            found.put(QUARKUS + "token.allow-jwt-introspection", "false");
            found.put(QUARKUS + "token.allow-opaque-token-introspection", "false");
        });
        return found;
    }
}
