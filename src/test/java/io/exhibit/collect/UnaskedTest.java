package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import io.exhibit.read.CatalogFile;
import org.junit.jupiter.api.Test;

class UnaskedTest {

    private static final Catalog CATALOG = CatalogFile.load();

    @Test
    void takesEveryPopulationOfEverySource() {
        for (Source source : CATALOG.sources()) {
            Part part = Unasked.part(source, Cause.ACCOUNT_NOT_ACTIVE, "", "the account is SUSPENDED", "");
            assertThat(source.readings())
                    .as(source.key())
                    .allSatisfy(reading -> assertThat(part.gaps())
                            .extracting(gap -> gap.call().operation())
                            .containsAnyElementsOf(reading.population()));
            assertThat(part.requests()).isZero();
        }
    }

    @Test
    void asksForNoMoreGapsThanItNeeds() {
        Part keys = Unasked.part(CATALOG.sourceOf("kms.keys"), Cause.ASSUME_ROLE_DENIED, "AccessDenied", "no", "id");
        assertThat(keys.gaps())
                .extracting(Gap::call)
                .extracting(Object::toString)
                .containsExactly("kms:ListKeys");
        assertThat(keys.gaps().get(0).requestId()).isEqualTo("id");
    }
}
