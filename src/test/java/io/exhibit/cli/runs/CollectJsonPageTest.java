package io.exhibit.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about {@code collect --json} shows what the command prints, and explains every member and every cause. */
class CollectJsonPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\| (.*) \\|$");

    private final String page = Files.readString(Path.of("src/site/markdown/collect-json.md"));
    private final JsonNode printed = new ObjectMapper().readTree(CollectJson.of(run()));

    CollectJsonPageTest() throws IOException {}

    @Test
    void theExampleHasTheShapeOfTheOutput() throws IOException {
        JsonNode example = new ObjectMapper()
                .readTree(EXAMPLE.matcher(page)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));

        assertThat(shape(example, "")).isEqualTo(shape(printed, ""));
        assertThat(example.path("version")).isEqualTo(printed.path("version"));
    }

    @Test
    void everyMemberIsExplained() {
        TreeSet<String> members = new TreeSet<>();
        shape(printed, "").forEach(line -> members.add(line.replaceAll("^.*[./]|:.*$", "")));
        members.removeAll(List.of("version", "sources", ""));

        assertThat(members).isNotEmpty().allSatisfy(member -> assertThat(page).contains("`" + member + "`"));
    }

    @Test
    void everyCauseStandsThereWithItsMeaning() {
        List<String> rows = ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(rows)
                .containsAll(Stream.of(Cause.values())
                        .map(cause -> "`" + cause.words() + "` " + cause.meaning())
                        .toList());
    }

    /** Each member by its path, with the kind of its value. */
    private static List<String> shape(JsonNode node, String path) {
        List<String> lines = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> lines.addAll(shape(member.getValue(), path + "." + member.getKey())));
        } else if (node.isArray()) {
            node.forEach(each -> lines.addAll(shape(each, path + "/")));
        } else {
            lines.add(path + ":" + node.getNodeType());
        }
        return lines;
    }

    private static RunRecord run() {
        Instant at = Instant.parse("2026-10-05T02:15:00Z");
        Fact none = new Fact(Call.of("iam:GetAccountPasswordPolicy"), "NoSuchEntity", false);
        Gap denied = new Gap(new Call("kms:GetKeyPolicy", "key"), Cause.SCP_DENIED, "AccessDeniedException", "no", "r");
        Part part = new Part("kms.keys", 4, 5, 2, new Lists(1, 1, 1, 0), List.of(none), List.of(denied), 0, 0);
        Unit unit = new Unit(new Target("333344445555", "us-east-1"), "", 0, "", List.of(part));
        return new RunRecord(
                "2026-10-05T021500Z",
                at,
                at,
                at,
                Outcome.GAPS,
                "",
                "aws",
                "arn",
                "o-1",
                List.of(),
                Map.of(),
                List.of(unit));
    }
}
