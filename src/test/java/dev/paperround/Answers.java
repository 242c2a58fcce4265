package dev.paperround;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** JSON answers as plain maps. The paths of REST Assured are Groovy, compiled anew each time, half the time of a request. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static Map<String, Object> object(ValidatableResponse response) {
        return read(response, new TypeReference<>() {});
    }

    public static List<Map<String, Object>> list(ValidatableResponse response) {
        return read(response, new TypeReference<>() {});
    }

    private static <T> T read(ValidatableResponse response, TypeReference<T> type) {
        try {
            return JSON.readValue(response.extract().asString(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.extract().asString(), e);
        }
    }
}
