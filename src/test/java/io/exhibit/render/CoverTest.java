package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.control.Scope;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the cover says while the organization has filled in nothing. */
final class CoverTest {

    @Test
    void whatNobodyStatedIsSaidToBeNotStated() throws IOException {
        PeriodAssessment sample = SamplePack.small().assessment();
        PeriodAssessment nameless = new PeriodAssessment(
                nameless(sample.book()),
                sample.period(),
                sample.bookChanges(),
                sample.days(),
                sample.controls(),
                sample.tests(),
                sample.documents());

        try (Fonts fonts = new Fonts(Templates.shipped())) {
            assertThat(new PackRenderer(Templates.shipped()).xhtml(SamplePack.with(nameless), fonts))
                    .contains("<p class=\"entity\"><b>Entity not named in scope.yaml</b></p>")
                    .contains(
                            "<title>Evidence pack EH-2026-10, Entity not named in scope.yaml, 1 to 31 October 2026</title>")
                    .contains("<meta name=\"author\" content=\"Entity not named in scope.yaml\"/>")
                    .contains("class=\"run\">Entity not named in scope.yaml · ")
                    .contains("<td>Not stated. It names users")
                    .contains("Classification not stated</div>");
        }
    }

    private static Book nameless(Book book) {
        return new Book(
                book.framework(),
                book.assertions(),
                book.documents(),
                new Scope("", "", "", Map.of(), Map.of()),
                book.parameters(),
                book.registers(),
                book.acceptances(),
                book.decisions(),
                book.files(),
                book.digest());
    }
}
