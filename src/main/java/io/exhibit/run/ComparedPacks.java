package io.exhibit.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two packs side by side, from what each of them says for programs: its {@code assessment.json} and its signed statement. The vault is not
 * asked, so that whoever has the two zips sees the same.
 *
 * @param units whose conclusion is another one, by citation
 * @param tests whose verdict, population or deviating items are other ones, by id
 * @param runs how many collections of each outcome each pack rests on
 * @param sameBook whether both were bound by the same book
 */
public record ComparedPacks(
        Statement.Meaning older,
        Statement.Meaning newer,
        List<Unit> units,
        List<Test> tests,
        SortedMap<String, long[]> runs,
        boolean sameBook) {

    private static final String FILE = "assessment.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A unit; a conclusion is "" where a pack has no such unit. */
    public record Unit(String citation, String was, String is) {}

    /**
     * A test, with its state "" where a pack has no such test.
     *
     * @param opened items, accepted ones too, that deviate in the newer pack and not in the older one
     * @param closed the other way round
     */
    public record Test(
            String id, String was, String is, long populationWas, long populationIs, long opened, long closed) {}

    /** What a test says: its verdict, how many things it was of, and how often each key deviates. */
    private record Said(String verdict, long population, Map<String, Integer> deviating) {

        private static final Said NOTHING = new Said("", 0, Map.of());

        long beyond(Said other) {
            long more = 0;
            for (Map.Entry<String, Integer> each : deviating.entrySet()) {
                more += Math.max(0, each.getValue() - other.deviating.getOrDefault(each.getKey(), 0));
            }
            return more;
        }
    }

    /** @throws IOException when one of them has no results for programs */
    public static ComparedPacks of(PackVault older, PackVault newer) throws IOException {
        JsonNode was = results(older);
        JsonNode is = results(newer);
        return new ComparedPacks(
                older.meaning(),
                newer.meaning(),
                units(was, is),
                tests(was, is),
                runs(older.meaning(), newer.meaning()),
                was.path("book").asText().equals(is.path("book").asText()));
    }

    private static JsonNode results(PackVault pack) throws IOException {
        byte[] file = pack.file(FILE);
        JsonNode read = file == null || file.length == 0 ? null : JSON.readTree(file);
        if (read == null || !read.path("controls").isArray()) {
            throw new IOException("The pack " + pack.meaning().pack() + " has no " + FILE + " that can be read.");
        }
        return read;
    }

    private static List<Unit> units(JsonNode was, JsonNode is) {
        Map<String, String> before = conclusions(was);
        Map<String, String> after = conclusions(is);
        Map<String, Unit> units = new LinkedHashMap<>();
        for (Map<String, String> each : List.of(after, before)) {
            for (String citation : each.keySet()) {
                String then = before.getOrDefault(citation, "");
                String now = after.getOrDefault(citation, "");
                if (!then.equals(now)) {
                    units.put(citation, new Unit(citation, then, now));
                }
            }
        }
        return List.copyOf(units.values());
    }

    private static Map<String, String> conclusions(JsonNode results) {
        Map<String, String> conclusions = new LinkedHashMap<>();
        results.path("controls")
                .forEach(control -> conclusions.put(
                        control.path("citation").asText(),
                        control.path("conclusion").asText()));
        return conclusions;
    }

    private static List<Test> tests(JsonNode was, JsonNode is) {
        SortedMap<String, Said> before = said(was);
        SortedMap<String, Said> after = said(is);
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Test> tests = new ArrayList<>();
        for (String id : ids) {
            Said then = before.getOrDefault(id, Said.NOTHING);
            Said now = after.getOrDefault(id, Said.NOTHING);
            if (!then.equals(now)) {
                tests.add(new Test(
                        id,
                        then.verdict(),
                        now.verdict(),
                        then.population(),
                        now.population(),
                        now.beyond(then),
                        then.beyond(now)));
            }
        }
        return tests;
    }

    private static SortedMap<String, Said> said(JsonNode results) {
        SortedMap<String, Said> said = new TreeMap<>();
        results.path("controls")
                .forEach(control -> control.path("assertions").forEach(test -> {
                    Map<String, Integer> deviating = new LinkedHashMap<>();
                    test.path("deviating").forEach(key -> deviating.merge(key.asText(), 1, Integer::sum));
                    test.path("accepted").forEach(key -> deviating.merge(key.asText(), 1, Integer::sum));
                    said.put(
                            test.path("id").asText(),
                            new Said(
                                    test.path("verdict").asText(),
                                    test.path("population").asLong(),
                                    deviating));
                }));
        return said;
    }

    private static SortedMap<String, long[]> runs(Statement.Meaning older, Statement.Meaning newer) {
        SortedMap<String, long[]> runs = new TreeMap<>();
        older.runs().forEach(run -> runs.computeIfAbsent(run.outcome(), any -> new long[2])[0]++);
        newer.runs().forEach(run -> runs.computeIfAbsent(run.outcome(), any -> new long[2])[1]++);
        return runs;
    }
}
