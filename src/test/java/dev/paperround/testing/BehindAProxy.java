package dev.paperround.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As on the open internet, with limits that a test can reach; without X-Forwarded-For the caller is this machine. */
public class BehindAProxy implements QuarkusTestProfile {
    public static final String OLDER_SECRET = "the older secret of the house";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "paperround.trusted-proxies", "127.0.0.1,10.0.0.0/8",
                "paperround.secret", "the newer secret of the house," + OLDER_SECRET,
                "paperround.sign-ups.network-per-hour", "3",
                "paperround.sign-ups.domain-per-hour", "4",
                "paperround.sign-ups.all-per-hour", "30",
                "paperround.request-time", "1s",
                "quarkus.http.access-log.enabled", "true");
    }
}
