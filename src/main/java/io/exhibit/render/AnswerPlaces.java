package io.exhibit.render;

import io.exhibit.control.Assertion;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the answers lie that an item was read from on a day: a finding, and whatever else is in a population. */
public final class AnswerPlaces {

    /** The columns of a table that say it. */
    public static final List<String> COLUMNS = List.of("source", "file", "offset", "length", "why_none");

    /** More slices than that are named by the record of the run, not by a cell. */
    private static final int MOST = 12;

    /** As readings that stand beside an item are written in the mapping, when they are those of every account or of one. */
    private static final String ORGANIZATION = " of organization";

    private static final String MANAGEMENT = " of management";

    /**
     * A slice of a file of raw answers, which can be decompressed by itself.
     *
     * @param source key of what was asked
     * @param file relative to the vault
     * @param offset of its first byte, and {@code length} in bytes
     */
    record Slice(String source, String file, long offset, long length) {}

    /**
     * Where the answers lie.
     *
     * @param none why there is no slice, in one sentence; "" where there is one
     */
    public record Place(List<Slice> slices, String none) {

        public Place {
            slices = List.copyOf(slices);
        }

        /** By the columns; several slices stand in each cell in the same order. */
        public List<String> cells() {
            return List.of(
                    all(Slice::source),
                    all(Slice::file),
                    all(slice -> Long.toString(slice.offset())),
                    all(slice -> Long.toString(slice.length())),
                    none);
        }

        private String all(Function<Slice, String> part) {
            return slices.stream().map(part).collect(Collectors.joining(" | "));
        }
    }

    /** Whose answers stand beside an item: its account's, those of every account in its region, or all. */
    private enum Extent {
        ACCOUNT,
        ACCOUNTS,
        EVERYWHERE
    }

    private record Asked(String run, Target target) {}

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, RunRecord> runs = new HashMap<>();

    /** What is known of one test; the items of a test follow each other. */
    private final Map<Asked, Place> known = new HashMap<>();

    private String test = "";

    public AnswerPlaces(PackContent content) {
        content.sources().forEach(source -> source.readings().forEach(reading -> sources.put(reading.key(), source)));
        content.runs().forEach(run -> runs.put(run.id(), run));
    }

    /**
     * Of an item of a test.
     *
     * @param run id of the run of the day, "" where none is known
     */
    public Place of(Assertion assertion, String run, Target target) {
        if (!test.equals(assertion.id())) {
            known.clear();
            test = assertion.id();
        }
        return known.computeIfAbsent(new Asked(run, target), asked -> place(assertion, asked));
    }

    private Place place(Assertion assertion, Asked asked) {
        RunRecord run = runs.get(asked.run());
        if (run == null) {
            return none("No run of this pack read it.");
        }
        Source own = sources.get(assertion.source());
        if (own != null) {
            List<Slice> slices = slices(run, own, asked.target(), Extent.ACCOUNT);
            return slices.isEmpty() || slices.size() > MOST
                    ? none((slices.isEmpty() ? "No answer" : "More than " + MOST + " slices") + " of " + own.key()
                            + " of that account and region in runs/" + run.id() + "/run.json.")
                    : new Place(slices, "");
        }
        return beside(assertion, run, asked.target());
    }

    /** Entries of registers, and what a run says of its own targets, are no answers; what they are held against is. */
    private Place beside(Assertion assertion, RunRecord run, Target target) {
        boolean register = assertion.source().startsWith("registers.");
        List<Slice> slices = new ArrayList<>();
        for (String written : new TreeMap<>(assertion.with()).values()) {
            String reading = written.replace(ORGANIZATION, "").replace(MANAGEMENT, "");
            Source source = sources.get(reading);
            if (source != null) {
                Target where = written.endsWith(MANAGEMENT) ? management(run, target) : target;
                Extent extent = register
                        ? Extent.EVERYWHERE
                        : written.endsWith(ORGANIZATION) ? Extent.ACCOUNTS : Extent.ACCOUNT;
                slices.addAll(slices(run, source, where, extent));
            }
        }
        List<Slice> once = slices.stream().distinct().toList();
        if (!once.isEmpty() && once.size() <= MOST) {
            return new Place(once, "");
        }
        String what = register
                ? "It is an entry of " + assertion.source() + " in the entity's book"
                : "It is what the run says of itself, in runs/" + run.id() + "/run.json";
        return none(
                once.isEmpty()
                        ? what + "; no answer was kept that it was held against."
                        : what + "; it was held against " + once.size() + " slices of "
                                + String.join(
                                        ", ",
                                        new TreeSet<>(
                                                once.stream().map(Slice::source).toList()))
                                + ", whose places are in runs/" + run.id() + "/run.json.");
    }

    private static Target management(RunRecord run, Target otherwise) {
        return run.accounts().stream()
                .filter(RunRecord.Account::management)
                .findFirst()
                .map(account -> Target.global(account.id()))
                .orElse(otherwise);
    }

    /**
     * The answers of a source that are about a target: of an organization those of the one place at which it was asked, of an account
     * as a whole those of all its regions.
     */
    private static List<Slice> slices(RunRecord run, Source source, Target target, Extent extent) {
        boolean all = extent == Extent.EVERYWHERE || source.scope() == Source.Scope.ORGANIZATION;
        return run.units().stream()
                .filter(unit -> all || covers(source, unit.target(), target, extent))
                .flatMap(unit -> unit.parts().stream()
                        .filter(part -> part.source().equals(source.key()) && part.length() > 0)
                        .map(part -> slice(run, unit, part)))
                .toList();
    }

    private static boolean covers(Source source, Target unit, Target target, Extent extent) {
        boolean region = source.scope() == Source.Scope.ACCOUNT
                || target.isGlobal()
                || unit.region().equals(target.region());
        return region && (extent == Extent.ACCOUNTS || unit.account().equals(target.account()));
    }

    private static Slice slice(RunRecord run, Unit unit, Part part) {
        return new Slice(part.source(), "runs/" + run.id() + "/" + unit.file(), part.offset(), part.length());
    }

    private static Place none(String why) {
        return new Place(List.of(), why);
    }
}
