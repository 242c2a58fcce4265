package dev.paperround.i18n;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was kept or handed on in English, told in another language: by the wording it was made with. A text that none of ours
 * made, such as a relay's reply, stays as it is.
 */
final class RecognisedMessages {
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d)\\$)?s");

    /** Of fewer letters nothing can be told: that of "%s: %s" fits too much. */
    private static final int LETTERS = 5;

    /** A page of somebody else's text is not searched for ours. */
    private static final int LONGEST = 2_000;

    private static final Map<String, MessageKey> FIXED = new HashMap<>();
    private static final List<Shape> SHAPES = new ArrayList<>();

    static {
        Stream.of(
                        Sentence.values(),
                        OperatorSentence.values(),
                        IngestSentence.values(),
                        DoctorSentence.values(),
                        FailureSentence.values())
                .flatMap(Arrays::<MessageKey>stream)
                .forEach(RecognisedMessages::add);
        // Of two that fit, the one that leaves less open.
        SHAPES.sort(Comparator.comparingInt(Shape::letters).reversed());
    }

    private RecognisedMessages() {}

    /** {@code begins}: its text up to the first place; {@code places}: which argument each group of the pattern is, from 0. */
    private record Shape(MessageKey wording, String begins, Pattern pattern, int letters, List<Integer> places) {
        Optional<LocalizedMessage> read(String text) {
            if (!text.startsWith(begins)) {
                return Optional.empty();
            }
            var found = pattern.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            var arguments = new Object[places.size()];
            for (var i = 0; i < arguments.length; i++) {
                arguments[places.get(i)] = LocalizedMessage.asIs(found.group(i + 1));
            }
            return Optional.of(LocalizedMessage.of(wording, arguments));
        }
    }

    static Optional<LocalizedMessage> of(String text) {
        var fixed = FIXED.get(text);
        return fixed != null
                ? Optional.of(LocalizedMessage.of(fixed))
                : text.length() > LONGEST
                        ? Optional.empty()
                        : SHAPES.stream().flatMap(it -> it.read(text).stream()).findFirst();
    }

    private static void add(MessageKey wording) {
        if (PLACE.matcher(wording.english()).find()) {
            var shape = shape(wording);
            if (shape.letters() >= LETTERS && !(wording instanceof Sentence)) {
                SHAPES.add(shape);
            }
        } else {
            FIXED.putIfAbsent(wording.english(), wording);
        }
    }

    private static Shape shape(MessageKey wording) {
        var english = wording.english();
        var place = PLACE.matcher(english);
        var regex = new StringBuilder();
        var places = new ArrayList<Integer>();
        var begins = (String) null;
        var letters = 0;
        var end = 0;
        while (place.find()) {
            var between = english.substring(end, place.start());
            begins = begins == null ? between : begins;
            letters += between.length();
            regex.append(Pattern.quote(between));
            var argument = place.group(1) == null ? places.size() : Integer.parseInt(place.group(1)) - 1;
            if (places.contains(argument)) {
                regex.append('\\').append(places.indexOf(argument) + 1);
            } else {
                places.add(argument);
                regex.append("(.*?)");
            }
            end = place.end();
        }
        regex.append(Pattern.quote(english.substring(end)));
        letters += english.length() - end;
        return new Shape(wording, begins, Pattern.compile(regex.toString(), Pattern.DOTALL), letters, places);
    }
}
