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
 * Translates text stored in English by recognising the sentence it was made from. Other text, such as a relay's reply,
 * is left as it is.
 */
final class RecognisedMessages {
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d)\\$)?s");

    // A pattern with fewer letters, such as "%s: %s", would match almost anything.
    private static final int LETTERS = 5;

    // In characters; longer text is not one of our sentences, so it is not searched.
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
        // If two patterns match, the one with more fixed letters wins.
        SHAPES.sort(Comparator.comparingInt(Shape::letters).reversed());
    }

    private RecognisedMessages() {}

    // begins is the text before the first placeholder; places maps each group of the pattern to an argument, from 0.
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
