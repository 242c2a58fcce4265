package dev.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaperPassagesTest {
    @Test
    void anAbstractIsCutAtSentencesIntoThreePassagesAfterTheWhole() {
        assertThat(PaperPassages.of("Tides", "The sea rises. The sea falls. Nobody is surprised."))
                .containsExactly(
                        "Tides. The sea rises. The sea falls. Nobody is surprised.",
                        "The sea rises.",
                        "The sea falls.",
                        "Nobody is surprised.");
    }

    @Test
    void aPaperWithoutAbstractIsItsTitle() {
        assertThat(PaperPassages.of("On $\\alpha$-tides", null)).containsExactly("On α-tides");
        assertThat(PaperPassages.of("Tides", " ")).containsExactly("Tides");
    }

    @Test
    void oneLongSentenceIsOnePassage() {
        assertThat(PaperPassages.of("Tides", "the sea rises and falls")).hasSize(2);
    }

    @Test
    void textsInOtherLanguagesAreToldFromEnglish() {
        assertThat(EnglishText.isLikely("robots that learn from watching people"))
                .isTrue();
        assertThat(EnglishText.isLikely("BERT pretraining")).isTrue();
        assertThat(EnglishText.isLikely("die GAN papers")).isTrue();
        assertThat(EnglishText.isLikely("Roboter, die von Menschen lernen und nicht von Daten"))
                .isFalse();
        assertThat(EnglishText.isLikely("des robots qui apprennent avec les humains"))
                .isFalse();
        assertThat(EnglishText.isLikely("通过观察人来学习的机器人")).isFalse();
        assertThat(EnglishText.isLikely("")).isTrue();
    }
}
