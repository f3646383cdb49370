package io.exhibit.mapping;

import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Framework;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the folders under {@code frameworks/}: every one, because a link may name a unit of any of them. */
final class Frameworks {

    static final String FOLDER = "frameworks/";

    private final SourceFiles files;
    private final Problems problems;
    private final Map<String, Framework> all = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private boolean whole;

    Frameworks(SourceFiles files, Problems problems) {
        this.files = files.under(FOLDER);
        this.problems = problems;
    }

    /** Names of the folders. @param files below that of the frameworks */
    static Set<String> ids(SourceFiles files) {
        Set<String> ids = new LinkedHashSet<>();
        files.all().keySet().forEach(path -> ids.add(path.substring(0, Math.max(0, path.indexOf('/')))));
        ids.remove("");
        return ids;
    }

    /** Gives back the one asked for. */
    Framework read(String id) {
        int before = problems.unread();
        Set<String> citations = new HashSet<>();
        Set<String> ids = ids(files);
        ids.forEach(folder -> {
            FrameworkReader reader = new FrameworkReader(folder, files.under(folder + "/"), citations, problems);
            all.put(folder, reader.read());
            places.putAll(reader.places());
        });
        if (!ids.contains(id)) {
            String near = Problem.didYouMean(id, ids);
            problems.add(
                    "unknown-framework",
                    MappingReader.top("frameworks/" + id),
                    "There is no framework " + id + ".",
                    near.isEmpty() ? "There is: " + String.join(", ", ids) + "." : near);
        }
        whole = problems.unread() == before;
        return all.getOrDefault(id, new Framework(id, "", "", "", List.of()));
    }

    /** The links of each that was read; {@code own} are those that the assertions and documents have themselves. */
    Links links(String id, Names assertions, Names documents, OwnLinks own) {
        Links asked = Links.NONE;
        for (Map.Entry<String, Framework> framework : all.entrySet()) {
            Set<String> units = citations(Stream.of(framework.getValue()));
            Links links = new LinksReader(new Names(units, whole), assertions, documents, own, problems)
                    .read(files.under(framework.getKey() + "/"));
            asked = framework.getKey().equals(id) ? links : asked;
        }
        return asked;
    }

    /** Every citation of every framework. */
    Names citations() {
        return new Names(citations(all.values().stream()), whole);
    }

    private static Set<String> citations(Stream<Framework> some) {
        return some.flatMap(framework -> framework.controls().stream())
                .map(Control::citation)
                .collect(Collectors.toSet());
    }

    /** Where each unit stands. */
    Map<String, Position> places() {
        return places;
    }

    /** The citations of the addressable specifications. */
    Set<String> addressable() {
        return controls()
                .filter(control -> control.obligation() == Obligation.ADDRESSABLE)
                .map(Control::citation)
                .collect(Collectors.toSet());
    }

    /** Names of the facts about the entity on which units depend. */
    Names conditions() {
        return new Names(
                controls()
                        .map(Control::condition)
                        .filter(condition -> !condition.isEmpty())
                        .collect(Collectors.toSet()),
                whole);
    }

    private Stream<Control> controls() {
        return all.values().stream().flatMap(framework -> framework.controls().stream());
    }
}
