package dev.paperround.matching.tex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class TexScripts {
    private static final Map<Integer, String> ABOVE =
            table("0123456789+-=()abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ");
    private static final Map<Integer, String> BELOW =
            table("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

    private TexScripts() {}

    // Whole words stay unchanged because they would become too small to read.
    static Optional<String> of(char direction, String content) {
        Map<Integer, String> table = direction == '^' ? ABOVE : BELOW;
        StringBuilder script = new StringBuilder();
        int letters = 0;
        for (int c : content.codePoints().toArray()) {
            letters = Character.isLetter(c) ? letters + 1 : 0;
            if (!table.containsKey(c) || letters > 2) {
                return Optional.empty();
            }
            script.append(table.get(c));
        }
        return script.isEmpty() ? Optional.empty() : Optional.of(script.toString());
    }

    private static Map<Integer, String> table(String plain, String script) {
        Map<Integer, String> table = new HashMap<>();
        int[] from = plain.codePoints().toArray();
        int[] to = script.codePoints().toArray();
        for (int i = 0; i < from.length; i++) {
            table.put(from[i], Character.toString(to[i]));
        }
        return Map.copyOf(table);
    }
}
