package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.Faulted.Logged;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.render.PrintedLog;
import io.exhibit.render.PrintedLog.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a pack must print of the gaps of its run: each with source, account, region, call and cause, and no other. */
final class PrintedGaps {

    private final Map<String, String> titles;

    PrintedGaps(Catalog catalog) {
        titles = catalog.sources().stream().collect(Collectors.toMap(Source::key, Source::title));
    }

    /** @return how many gaps the pack carries */
    int areThoseOfTheLog(Faulted faulted) {
        assertThat(faulted.content().runs()).containsExactly(faulted.run());
        assertThat(faulted.content().assessment().days())
                .singleElement()
                .satisfies(day -> assertThat(day.run()).isEqualTo(Optional.of(faulted.run())));
        PrintedLog printed = PrintedLog.of(faulted.content());
        List<Logged> gaps = faulted.gaps();
        assertThat(printed.unanswered()).isEqualTo(gaps.size());
        assertThat(printed.rows().stream().flatMap(row -> row.lines().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        gaps.stream().map(gap -> line(faulted, gap)).distinct().toList());
        for (PrintedLog.Row row : printed.rows()) {
            assertThat(gaps)
                    .as("the calls of %s", row)
                    .filteredOn(gap -> row.lines().contains(line(faulted, gap)))
                    .hasSize(row.calls())
                    .anySatisfy(gap -> assertThat(gap.gap().message()).isEqualTo(row.message()));
        }
        return gaps.size();
    }

    private Line line(Faulted faulted, Logged logged) {
        Optional<Unit> closed = faulted.run().units().stream()
                .filter(unit -> unit.target().equals(logged.place().target()))
                .filter(unit -> unit.parts().size() > 1)
                .filter(unit -> unit.parts().stream().allMatch(part -> part.calls() == 0))
                .findFirst();
        return new Line(
                logged.place().target().account(),
                logged.place().target().region(),
                closed.map(unit -> "all " + unit.parts().size() + " sources")
                        .orElseGet(() -> titles.get(logged.place().source())),
                closed.isPresent() ? "" : logged.gap().call().toString(),
                logged.gap().cause().words(),
                logged.gap().code());
    }
}
