package io.exhibit.evaluate.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.read.CatalogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks the record types: whatever is read is watched for changes, or there is a reason why not. */
class WatchedTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final Set<String> WATCHED =
            Watched.ALL.stream().map(Watch::reading).collect(Collectors.toCollection(TreeSet::new));

    private static Stream<Reading> readings() {
        return CATALOG.sources().stream().flatMap(source -> source.readings().stream());
    }

    @Test
    void everyReadingIsWatchedOrHasAReasonWhyNot() {
        Set<String> all = readings().map(Reading::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = new TreeSet<>(WATCHED);
        told.addAll(LeftOut.READINGS.keySet());
        assertThat(told).isEqualTo(all);
        assertThat(WATCHED).doesNotContainAnyElementsOf(LeftOut.READINGS.keySet());
    }

    @Test
    void everyMemberOfAWatchedReadingIsComparedOrHasAReasonWhyNot() {
        List<String> silent = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (String reading : WATCHED) {
            Set<String> compared = Watched.ALL.stream()
                    .filter(watch -> watch.reading().equals(reading))
                    .flatMap(watch -> watch.members().stream())
                    .map(path -> path.steps().get(0).name())
                    .collect(Collectors.toSet());
            for (Member member : type(reading).members()) {
                String own = reading + "." + member.name();
                if (compared.contains(member.name())) {
                    continue;
                }
                String reason = LeftOut.MEMBERS.containsKey(own) ? own : member.name();
                used.add(reason);
                if (!LeftOut.MEMBERS.containsKey(reason)) {
                    silent.add(own);
                }
            }
        }
        assertThat(silent).as("neither compared nor left out with a reason").isEmpty();
        assertThat(LeftOut.MEMBERS.keySet())
                .as("a reason for a member that no watched reading leaves out")
                .allSatisfy(name -> assertThat(used).contains(name));
    }

    @Test
    void everyPathLeadsToAMember() {
        for (Watch watch : Watched.ALL) {
            for (Path path : watch.members()) {
                RecordType type = type(watch.reading());
                for (Path.Step step : path.steps()) {
                    assertThat(type).as(watch.reading() + " " + path).isNotNull();
                    Member member = type.members().stream()
                            .filter(m -> m.name().equals(step.name()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(watch.reading() + " has no " + step.name()));
                    Shape shape = member.shape();
                    assertThat(shape.kind() == Kind.LIST || !step.list())
                            .as(watch.reading() + " " + path)
                            .isTrue();
                    Shape inner = step.list() ? shape.element() : shape;
                    type = inner.kind() == Kind.STRUCTURE ? CATALOG.types().get(inner.type()) : null;
                    if (!step.by().isEmpty()) {
                        assertThat(type.members()).extracting(Member::name).contains(step.by());
                    }
                }
            }
        }
    }

    @Test
    void everyKindIsToldOnceWithItsWords() {
        for (Watch watch : Watched.ALL) {
            assertThat(watch.existence()).isEqualTo(!watch.added().isEmpty());
            if (!watch.existence()) {
                assertThat(Watched.ALL)
                        .as("somebody tells that an item of " + watch.reading() + " came or went")
                        .anyMatch(other -> other.existence()
                                && other.reading()
                                        .equals(
                                                watch.reading().equals(Watched.CREDENTIALS)
                                                        ? "iam.users"
                                                        : watch.reading()));
            }
        }
    }

    private static RecordType type(String reading) {
        return CATALOG.types().get(CATALOG.reading(reading).type());
    }
}
