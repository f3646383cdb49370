package io.exhibit.render.forms;

import io.exhibit.assessment.Finding;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.render.PackContent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the answers lie that a finding was read from, on the last day on which it deviated. */
final class AnswerPlaces {

    /**
     * A slice of a file of raw answers, which can be decompressed by itself.
     *
     * @param file relative to the vault
     * @param offset of its first byte, and {@code length} in bytes
     */
    record Slice(String file, long offset, long length) {}

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<LocalDate, RunRecord> runs = new HashMap<>();

    AnswerPlaces(PackContent content) {
        content.sources().forEach(source -> source.readings().forEach(reading -> sources.put(reading.key(), source)));
        content.assessment().days().forEach(day -> day.run().ifPresent(run -> runs.put(day.date(), run)));
    }

    /** Empty for what no answer of AWS holds: an entry of a register, the run itself, a day before the period. */
    Optional<Slice> of(Finding finding) {
        RunRecord run = runs.get(finding.history().lastSeen());
        Source source = sources.get(finding.test().assertion().source());
        if (run == null || source == null) {
            return Optional.empty();
        }
        // What an organization answers was asked at one place, wherever its items are.
        List<Unit> units = source.scope() == Source.Scope.ORGANIZATION
                ? run.units()
                : run.units().stream()
                        .filter(unit -> unit.target().equals(finding.history().target()))
                        .toList();
        List<Slice> slices = units.stream()
                .flatMap(unit -> unit.parts().stream()
                        .filter(part -> part.source().equals(source.key()) && part.length() > 0)
                        .map(part -> slice(run, unit, part)))
                .toList();
        return slices.size() == 1 ? Optional.of(slices.get(0)) : Optional.empty();
    }

    private static Slice slice(RunRecord run, Unit unit, Part part) {
        return new Slice("runs/" + run.id() + "/" + unit.file(), part.offset(), part.length());
    }
}
