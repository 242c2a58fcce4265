package dev.paperround.paper.source.huggingface;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the array that {@code /api/daily_papers} returns, with one row in memory at a time. */
public final class HuggingFaceRows {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private final List<ParsedPaper> drafts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private HuggingFaceRows() {}

    public static ParseResult read(InputStream json) throws IOException {
        return read(json, 0);
    }

    // The first position is above 0 if the rows are a later page of a longer list.
    static ParseResult read(InputStream json, int firstPosition) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return new HuggingFaceRows().read(parser, firstPosition);
        } catch (JsonProcessingException malformed) {
            return ParseResult.refused(Message.of(
                    IngestMessages.class, say -> say.noJson(at(malformed.getLocation()), Failures.said(malformed))));
        } catch (CharConversionException notUnicode) {
            return ParseResult.refused(
                    Message.of(IngestMessages.class, say -> say.noJson("", Failures.said(notUnicode))));
        }
    }

    private ParseResult read(JsonParser parser, int firstPosition) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_ARRAY) {
            JsonLocation location = parser.currentTokenLocation();
            return ParseResult.refused(Message.of(
                    IngestMessages.class,
                    say -> say.noArray(name(first), location.getLineNr(), location.getColumnNr())));
        }
        for (int position = firstPosition; parser.nextToken() != JsonToken.END_ARRAY; position++) {
            add(position, parser.readValueAsTree());
        }
        if (parser.nextToken() != null) {
            return ParseResult.refused(
                    Message.of(IngestMessages.class, say -> say.moreThanArray(at(parser.currentTokenLocation()))));
        }
        return ParseResult.of(drafts, rejections);
    }

    private void add(int position, JsonNode node) {
        if (!node.isObject()) {
            rejections.add(new Rejection(
                    position,
                    Message.of(
                            IngestMessages.class,
                            say -> say.noObject(node.getNodeType().name().toLowerCase(Locale.ROOT)))));
            return;
        }
        HuggingFaceRow row = new HuggingFaceRow(node);
        row.fault()
                .ifPresentOrElse(
                        fault -> rejections.add(new Rejection(position, fault)), () -> drafts.add(row.draft(position)));
    }

    private static Object name(JsonToken token) {
        return token == null
                ? Message.of(IngestMessages.class, say -> say.noText())
                : token.name().toLowerCase(Locale.ROOT).replace("value_", "").replace("start_", "an ");
    }

    private static Object at(JsonLocation location) {
        return location == null
                ? ""
                : Message.of(IngestMessages.class, say -> say.atLine(location.getLineNr(), location.getColumnNr()));
    }
}
