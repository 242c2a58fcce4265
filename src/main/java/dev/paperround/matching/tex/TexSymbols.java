package dev.paperround.matching.tex;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

final class TexSymbols {
    private static final String TABLE = """
            alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
            lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ
            chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
            times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
            leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡
            propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅
            varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ top ⊤ bot ⊥ perp ⊥ parallel ∥
            mid | vert | Vert ‖ lVert ‖ rVert ‖ lvert | rvert | langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
            to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒
            Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘
            infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ sum ∑ prod ∏ int ∫ oint ∮ surd √ angle ∠
            triangle △ square □ checkmark ✓ dagger † dag † ddagger ‡ ddag ‡ prime ′ degree ° textdegree °
            ldots … dots … dotsc … dotsb … textellipsis … cdots ⋯ vdots ⋮ ddots ⋱ colon : backslash \\
            textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textendash – textemdash —
            textregistered ® texttrademark ™ copyright © pounds £ euro € S § P ¶ lbrace { rbrace } slash /
            ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ
            TeX TeX LaTeX LaTeX
            """;

    static final Map<String, String> SYMBOLS = symbols();

    // Outside formulas, these commands swallow the space that follows.
    static final Set<String> LETTERS =
            Set.of("ss", "o", "O", "l", "L", "ae", "AE", "oe", "OE", "aa", "AA", "i", "j", "dh", "DH", "th", "TH");

    static final Set<String> DRESS = words("""
            emph textbf textit texttt textsc textrm textsf textsl textup textmd textnormal text mathrm mathbf mathcal
            mathbb mathit mathsf mathtt mathfrak mathscr mathnormal boldsymbol bm pmb mbox hbox operatorname underline
            uline ul overline bar hat widehat tilde widetilde vec dot ddot textsuperscript textsubscript mathop
            ensuremath MakeUppercase uppercase
            """);

    // The first argument of these commands is a setting, and the second is the text.
    static final Set<String> DRESS_BY_FIRST = Set.of("href", "textcolor", "colorbox", "hyperref");

    static final Set<String> FONT_SWITCHES = words(
            "bf it em tt sc rm sl sf bfseries itshape ttfamily scshape small footnotesize normalsize large Large");

    static final Set<String> SILENT_IN_MATH = words("""
                    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle limits nolimits displaystyle
                    textstyle scriptstyle
                    """);

    // Saved pages have lost some backslashes. None of these names is likely to be written as a plain index.
    static final Set<String> KNOWN_WITHOUT_BACKSLASH = words(
            "infty star circ prime ast dagger ell alpha beta gamma delta epsilon theta lambda sigma tau phi psi omega");

    private TexSymbols() {}

    private static Map<String, String> symbols() {
        String[] words = TABLE.trim().split("\\s+");
        Map<String, String> symbols = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            symbols.put(words[i], words[i + 1]);
        }
        symbols.put("quad", " ");
        symbols.put("qquad", " ");
        symbols.put("space", " ");
        return Map.copyOf(symbols);
    }

    private static Set<String> words(String list) {
        return Set.of(list.trim().split("\\s+"));
    }
}
