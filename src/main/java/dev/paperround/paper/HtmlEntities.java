package dev.paperround.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes HTML character references exactly once: {@code &amp;lt;} becomes the text {@code &lt;}. */
final class HtmlEntities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));");
    // HTML reads the numeric references 128 to 159 as Windows-1252 characters.
    private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static final Map<String, String> NAMED = new HashMap<>();

    static {
        String latin =
                "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                        + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml"
                        + " Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde"
                        + " Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
                        + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide"
                        + " oslash ugrave uacute ucirc uuml yacute thorn yuml";
        int next = 0xA0;
        for (String name : latin.split(" ")) {
            NAMED.put(name, Character.toString(next++));
        }
        String others = "amp & lt < gt > quot \" apos ' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜"
                + " Cacute Ć cacute ć Ccaron Č ccaron č Dcaron Ď dcaron ď Ecaron Ě ecaron ě Nacute Ń nacute ń Ncaron Ň ncaron ň"
                + " Rcaron Ř rcaron ř Sacute Ś sacute ś Scedil Ş scedil ş Tcaron Ť tcaron ť Uring Ů uring ů Zacute Ź zacute ź"
                + " Zcaron Ž zcaron ž Zdot Ż zdot ż Abreve Ă abreve ă Aogon Ą aogon ą Eogon Ę eogon ę Gbreve Ğ gbreve ğ"
                + " Idot İ inodot ı imath ı Lstrok Ł lstrok ł Dstrok Đ dstrok đ Odblac Ő odblac ő Udblac Ű udblac ű Amacr Ā amacr ā"
                + " Emacr Ē emacr ē Imacr Ī imacr ī Omacr Ō omacr ō Umacr Ū umacr ū"
                + " Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ"
                + " Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ"
                + " epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς"
                + " sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ ensp \u2002 emsp \u2003"
                + " thinsp \u2009 zwnj \u200C zwj \u200D lrm \u200E rlm \u200F ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚"
                + " ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾"
                + " frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐"
                + " uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑"
                + " minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈"
                + " ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉"
                + " lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ hyphen ‐ dash ‐ lbrace { rbrace }"
                + " lbrack [ rbrack ] lpar ( rpar ) num # percnt % dollar $ ast * plus + comma , period . sol / colon : semi ;"
                + " equals = quest ? excl ! commat @ bsol \\ lowbar _ grave ` verbar | vert |";
        String[] pairs = others.split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            NAMED.put(pairs[i], pairs[i + 1]);
        }
    }

    private HtmlEntities() {}

    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    // Unknown names and invalid code points stay as they were written.
    private static String character(MatchResult found) {
        if (found.group(3) != null) {
            return NAMED.getOrDefault(found.group(3), found.group());
        }
        int point = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
        if (point >= 0x80 && point < 0xA0) {
            return WINDOWS.substring(point - 0x80, point - 0x7F);
        }
        boolean readable = Character.isValidCodePoint(point)
                && Character.getType(point) != Character.SURROGATE
                && (!Character.isISOControl(point) || Character.isWhitespace(point));
        return readable ? Character.toString(point) : found.group();
    }
}
