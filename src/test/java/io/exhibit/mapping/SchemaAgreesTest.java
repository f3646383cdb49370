package io.exhibit.mapping;

import static io.exhibit.mapping.EveryKey.NOTHING;
import static io.exhibit.mapping.EveryKey.STRANGER;
import static io.exhibit.mapping.EveryKey.at;
import static io.exhibit.mapping.EveryKey.replaced;
import static io.exhibit.mapping.EveryKey.with;
import static io.exhibit.mapping.EveryKey.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reader and the schemas, asked the same: a book in which every key stands once is changed in one place after the other
 * (a key more, a key less, another value), and each time both must refuse the file, or neither.
 *
 * <p>They differ on purpose, and are not asked, about what is written strangely. The schema is stricter where a number, a list
 * or keys are an empty text in quotes, where an account with a zero in front has no quotes, and where an own threshold that is
 * a text is left empty. It is laxer about 29 February, {@code null} and {@code ~} (words to the reader), numbers like 1e2, and
 * the range of a number in quotes.
 */
@OneJdk
class SchemaAgreesTest {

    /** What no file shows alone: a change, and why the schema takes what the reader refuses. */
    private static final Map<Pattern, String> ELSEWHERE = Map.of(
            Pattern.compile("frameworks/rule/units\\.yaml controls 0 \\+qzqzqz"),
            "crosswalk of framework.yaml names more keys of a unit",
            Pattern.compile("frameworks/rule/units\\.yaml controls 0 (-digest|digest=.*)"),
            "whether texts are quoted is said by framework.yaml",
            Pattern.compile("frameworks/rule/links\\.yaml links 0 -strength"),
            "whether an id is a test's or a document's is said by their own files",
            Pattern.compile("organization/registers/people\\.yaml 0( \\+qzqzqz|=\\{.*)"),
            "registers.yaml names the members of an entry",
            Pattern.compile("organization/parameters\\.yaml .* value=.*"),
            "parameters.yaml says which type a threshold has",
            Pattern.compile("parameters\\.yaml days value=-7"),
            "the bounds of each unit stand in the program alone");

    /** Written in the place of each value. */
    private static final List<Object> PROBES = List.of(
            "", NOTHING, "word", "yes", true, 7, -7, 0.5, "2026-10-31", "2026-31-10", List.of("a"), Map.of("a", "b"));

    private final Schemas schemas = new Schemas();
    private final EveryKey book;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> exceptions = new TreeSet<>();
    private int asked;

    SchemaAgreesTest() throws IOException {
        book = new EveryKey();
    }

    @Test
    void bothRefuseAChangedFileOrNeither() throws IOException {
        for (Map.Entry<String, Object> file : book.files().entrySet()) {
            assertThat(told(file.getKey(), file.getValue())).as(file.getKey()).isEmpty();
            assertThat(schemas.errors(file.getKey(), yaml(file.getValue())))
                    .as(file.getKey())
                    .isEmpty();
            for (Object probe : List.of(NOTHING, "word", 7, List.of("a"), Map.of("a", "b"))) {
                compare(file.getKey(), probe, List.of(), "=" + yaml(probe));
            }
            change(file.getKey(), file.getValue(), List.of());
        }

        assertThat(differences).isEmpty();
        assertThat(exceptions).hasSameSizeAs(ELSEWHERE.keySet());
        assertThat(asked).isGreaterThan(2000);
    }

    private void change(String path, Object content, List<Object> at) throws IOException {
        Object here = at(content, at);
        if (here instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                probe(path, content, with(at, i));
            }
        } else if (here instanceof Map<?, ?> map) {
            compare(path, replaced(content, with(at, STRANGER), "x"), at, "+" + STRANGER);
            for (Object key : map.keySet()) {
                compare(path, replaced(content, with(at, key), null), at, "-" + key);
                probe(path, content, with(at, key));
            }
        }
    }

    private void probe(String path, Object content, List<Object> at) throws IOException {
        Object before = at(content, at);
        boolean text = before instanceof String || before instanceof Boolean;
        for (Object probe : PROBES) {
            boolean inList = at.get(at.size() - 1) instanceof Integer;
            if (!("".equals(probe) && !text) && !(probe == NOTHING && inList)) {
                compare(
                        path,
                        replaced(content, at, probe),
                        at.subList(0, at.size() - 1),
                        at.get(at.size() - 1) + "=" + yaml(probe));
            }
        }
        change(path, content, at);
    }

    private void compare(String path, Object content, List<Object> at, String change) throws IOException {
        asked++;
        String yaml = yaml(content);
        List<String> errors = schemas.errors(path, yaml);
        Set<String> told = told(path, content);
        if (errors.isEmpty() == told.isEmpty()) {
            return;
        }
        String what = path + at.stream().map(key -> " " + key).collect(Collectors.joining()) + " " + change;
        Optional<Pattern> exception = ELSEWHERE.keySet().stream()
                .filter(pattern -> errors.isEmpty() && pattern.matcher(what).matches())
                .findFirst();
        if (exception.isPresent()) {
            exceptions.add(exception.get().pattern());
        } else {
            differences.add(what + ": reader " + told + ", schema " + errors);
        }
    }

    private Set<String> told(String path, Object content) {
        return book.problems(path, content).stream()
                .map(Problem::code)
                .filter(Schemas.SEEN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
