package dev.paperround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellGuardTest {
    @Property
    void noCellIsAFormulaAndEachCanBeReadBack(@ForAll("cells") String cell) {
        var guarded = CsvTable.guarded(cell);

        assertThat(guarded).doesNotMatch("(?s)[=+@\\t\\r-].*");
        assertThat(CsvTable.unguarded(guarded)).isEqualTo(cell);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(Arbitraries.strings().withChars("'=+-@\t\ra").ofMaxLength(5), Arbitraries.strings());
    }
}
