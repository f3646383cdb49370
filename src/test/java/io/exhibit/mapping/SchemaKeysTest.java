package io.exhibit.mapping;

import static io.exhibit.mapping.EveryKey.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The reader names the keys and the words that it knows when it meets one that is like none of them: these are the schemas',
 * at every place of a book.
 */
class SchemaKeysTest {

    private static final Pattern KEYS = Pattern.compile("The keys here are (.*)\\.");
    private static final Pattern WORDS = Pattern.compile(
            "\\w+ (?:must be one of|must be(?= yes or no)|can only be) (.*), not \"" + STRANGER + "\"\\.");

    /** Keys of the book that another file adds: the crosswalk's of a unit, a register's own member. */
    private static final Map<String, Set<String>> ADDED =
            Map.of("units.controls[]", Set.of("nist"), "organization-register[]", Set.of("user"));

    /** What can stand there is said by the type beside it: SchemaAgreesTest compares that. */
    private static final String BY_TYPE = "parameters.*.value";

    private final EveryKey book;
    private final Set<String> visited = new TreeSet<>();
    private final Set<String> keyed = new TreeSet<>();
    private final Set<String> worded = new TreeSet<>();
    private Map<String, JsonNode> places = Map.of();

    SchemaKeysTest() throws IOException {
        book = new EveryKey();
    }

    @Test
    void theKeysAndWordsThatTheReaderNamesAreTheSchemas() throws IOException {
        assertThat(book.files().keySet().stream().map(Schemas::name))
                .containsExactlyInAnyOrderElementsOf(Schemas.names());
        for (String path : book.files().keySet()) {
            places = Schemas.places(Schemas.name(path));
            visited.clear();
            visit(path, List.of(), Schemas.name(path));
            assertThat(visited).as("places of the schema that the book has").isEqualTo(places.keySet());
        }

        assertThat(keyed).hasSize(22);
        assertThat(worded).hasSize(21);
    }

    private void visit(String path, List<Object> at, String place) {
        visited.add(place);
        JsonNode schema = places.get(place);
        assertThat(schema).as(place).isNotNull();
        Object here = EveryKey.at(book.files().get(path), at);
        if (here instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(path, EveryKey.with(at, i), place + "[]");
            }
        } else if (here instanceof Map<?, ?> map) {
            sameKeys(path, at, place);
            for (Object key : map.keySet()) {
                String own = place + "." + key;
                visit(path, EveryKey.with(at, key), places.containsKey(own) ? own : place + ".*");
            }
        } else {
            sameWords(path, at, place);
        }
    }

    private void sameKeys(String path, List<Object> at, String place) {
        Optional<String> named = told(path, EveryKey.with(at, STRANGER), KEYS, Problem::hint, "unknown-key");
        assertThat(named.isPresent()).as(place).isEqualTo(places.get(place).has("properties"));
        if (named.isPresent()) {
            Set<String> known = new TreeSet<>(Arrays.asList(named.get().split(", ")));
            known.removeAll(ADDED.getOrDefault(place, Set.of()));
            Set<String> properties = new TreeSet<>();
            places.get(place).path("properties").fieldNames().forEachRemaining(properties::add);
            assertThat(known).as(place).isEqualTo(properties);
            keyed.add(place);
        }
    }

    /** Beside its words a schema takes true and false, as an editor sees yes and no in other YAML, and nothing at all. */
    private void sameWords(String path, List<Object> at, String place) {
        Optional<String> named = told(path, at, WORDS, Problem::message, "wrong-type");
        JsonNode schema = places.get(place);
        if (place.equals(BY_TYPE)) {
            return;
        }
        assertThat(named.isPresent()).as(place + " " + named).isEqualTo(schema.has("enum"));
        if (named.isPresent()) {
            Set<String> written = new TreeSet<>();
            schema.path("enum").forEach(word -> written.add(word.isTextual() ? word.asText() : ""));
            written.remove("");
            assertThat(new TreeSet<>(Arrays.asList(named.get().split(", | or "))))
                    .as(place)
                    .isEqualTo(written);
            worded.add(place);
        }
    }

    /** What the reader says when a stranger stands at one place of a file. */
    private Optional<String> told(
            String path, List<Object> at, Pattern pattern, Function<Problem, String> sentence, String code) {
        return book.problems(path, EveryKey.replaced(book.files().get(path), at, STRANGER)).stream()
                .filter(problem -> problem.code().equals(code))
                .map(sentence)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
