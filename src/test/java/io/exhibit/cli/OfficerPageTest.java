package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.exhibit.OneJdk;
import io.exhibit.cli.wiring.RegionCheck;
import io.exhibit.control.Problem;
import io.exhibit.evaluate.Compiler;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the page for officers says is true: its commands, its table of mistakes, its table of functions. */
@OneJdk
class OfficerPageTest {

    private static final Path PAGE = Path.of("mappings/README.md");
    private static final String IAM = "assertions/iam.yaml";

    /** Each row of the table of mistakes, and how to make it: file, what stands there ("" for the end), what is written. */
    private static final Map<String, List<List<String>>> MISTAKES = new LinkedHashMap<>();

    /** Each thing of the table of functions, in an expression about a reading. */
    private static final Map<String, List<String>> FUNCTIONS = new LinkedHashMap<>();

    static {
        mistake("`deviaton: …`", IAM, "  deviation:", "  deviaton:");
        mistake("`164.312(f):`", IAM, "    164.312(d):", "    164.312(f):");
        mistake(
                "the same key, id or unit a second time",
                IAM,
                "  expect: record.mfa_active\n",
                "  expect: a\n  expect: b\n");
        mistake("the same key, id or unit a second time", IAM, "- id: IAM-02", "- id: IAM-01");
        String accepted = "organization/risk-acceptances.yaml";
        mistake("`approved: 31.10.2026`", accepted, "approved: 2026-01-12", "approved: 31.10.2026");
        mistake(
                "`expect: record.Status == \"ENABELD\"`",
                "assertions/guardduty.yaml",
                "d.Status == \"ENABLED\"",
                "d.Status == \"ENABELD\"");
        String everything = "`item: '*'` in an accepted risk";
        mistake(everything, accepted, "item: arn:aws:iam::111122223333:user/example-user", "item: '*'");
        mistake(everything, accepted, "  sample: yes\n", "");
        mistake(
                "a threshold that is a number without `unit`",
                "parameters.yaml",
                "access_key_max_age_days: {value: 90, type: integer, unit: days, ",
                "access_key_max_age_days: {value: 90, type: integer, ");
        mistake(
                "`{user} signs in …` without quotes",
                IAM,
                "'{user} signs in with a password alone'",
                "{user} signs in");
        String limits = "organization/parameters.yaml";
        mistake("something below a `{}` or `[]`", limits, "", "{}\naccess_key_max_age_days: {value: 60}\n");
        String wrong = "`principle:` in a register, a fact that no unit asks for";
        mistake(wrong, "organization/registers/approved_admins.yaml", "principal:", "principle:");
        mistake(wrong, "organization/scope.yaml", "\nfacts:\n", "\nfacts:\n- {name: profit, value: no}\n");
        mistake("a limit of −5 days", limits, "", "access_key_max_age_days: {value: -5}\n");
        mistake(
                "a decision on a unit that is not addressable",
                "organization/decisions.yaml",
                "",
                "- {citation: 164.312(d), choice: implemented}\n");
        String leavers = "organization/registers/leavers.csv";
        String row = "person,left_at,approver,approved,reason\nP-1,2026-01-05,Roe, John,2026-01-05,Left\n";
        mistake("in a CSV a row that is too long or too short", leavers, "", row);
        mistake("the same register as `.yaml` and `.csv`", leavers, "", "person,left_at\n");
        mistake("`severity: urgent`", IAM, "severity: high", "severity: urgent");
        String out = "\naccounts:\n- {id: '111122223333', in_scope: no}\n";
        String scope = "organization/scope.yaml";
        mistake("an account or region out of scope without a reason", scope, "\naccounts:\n", out);
        mistake("a region that AWS does not have", scope, "\nregions:\n", "\nregions:\n- name: us-esat-1\n");
        mistake(
                "another letter in a paragraph of the rule",
                "frameworks/hipaa-security-rule/164.312.yaml",
                "verify that a person",
                "verify that the person");
        String nothing =
                "- id: IAM-01\n  says: It\n  timing: snapshot\n  source: iam.access-keys\n  expect: record.active\n"
                        + "  deviation: It deviates\n  remedy: Mend it\n  severity: low\n- id: OWN-01\n";
        mistake("a test that serves nothing", IAM, "- id: IAM-01\n", nothing);
        mistake("a misspelled member, parameter or function", IAM, "record.mfa_active\n", "record.mfa_activ\n");

        function("&&", "iam.access-keys", "record.active && record.slot == 1");
        function("\\|\\|", "iam.access-keys", "record.active || record.slot == 1");
        function("!", "iam.access-keys", "!record.active");
        function("==", "iam.access-keys", "record.user == 'a'");
        function("<=", "iam.access-keys", "record.slot <= 2");
        function("in", "iam.access-keys", "record.user in ['a', 'b']");
        function("? :", "iam.access-keys", "record.active ? record.slot == 1 : true");
        function("days(90)", "iam.access-keys", "now - record.last_rotated <= days(90)");
        function("hours(24)", "iam.access-keys", "now - record.last_rotated <= hours(24)");
        function("has(record.X)", "iam.access-keys", "has(record.last_used_date)");
        function("list.exists(x, …)", "iam.policy-statements", "record.actions.exists(x, x == '*')");
        function("list.all(x, …)", "iam.policy-statements", "record.actions.all(x, x != '*')");
        function("list.filter(x, …)", "iam.policy-statements", "size(record.actions.filter(x, x == '*')) == 0");
        function("size(list)", "iam.policy-statements", "size(record.actions) > 0");
        function("text.startsWith(\"…\")", "iam.access-keys", "record.user.startsWith('svc-')");
        function(".endsWith", "iam.access-keys", "record.user.endsWith('-1')");
        function(".contains", "iam.access-keys", "record.user.contains('x')");
        function(".matches(\"…\")", "iam.access-keys", "record.user.matches('^svc-[a-z]+$')");
        function("glob(\"arn:*:role/X\", text)", "iam.access-keys", "glob('arn:*:user/svc-*', record.arn)");
        function(
                "action_matches(\"iam:*\", \"iam:PutUserPolicy\")",
                "iam.policy-statements",
                "record.actions.exists(x, action_matches(x, 'iam:PutUserPolicy'))");
        function(
                "timestamp(\"2026-10-31T00:00:00Z\")",
                "iam.access-keys",
                "record.last_rotated < timestamp('2026-10-31T00:00:00Z')");
        function("int(\"22\")", "iam.access-keys", "int('22') > record.slot");
    }

    @TempDir
    private Path folder;

    private static void mistake(String row, String file, String from, String to) {
        MISTAKES.computeIfAbsent(row, key -> new ArrayList<>()).add(List.of(file, from, to));
    }

    private static void function(String written, String reading, String expression) {
        FUNCTIONS.put(written, List.of(reading, expression));
    }

    /** Both pages; in a sentence a command may stand by its name alone. */
    @Test
    void everyCommandIsOne() throws IOException {
        int parsed = 0;
        for (Path page : List.of(PAGE, Path.of("README.md"))) {
            Matcher written = Pattern.compile("(?m)`exhibit ([^`\n]+)`|^    exhibit ((?:[^ \n]| (?! ))+)")
                    .matcher(Files.readString(page));
            while (written.find()) {
                boolean named = written.group(1) != null;
                String[] words = words(named ? written.group(1) : written.group(2));
                assertThatCode(() -> parse(words, named)).as(written.group()).doesNotThrowAnyException();
                parsed++;
            }
        }
        assertThat(parsed).isGreaterThan(40);
    }

    static List<String> rows() throws IOException {
        return table("| You wrote |").stream().map(row -> row.get(0)).toList();
    }

    @Test
    void everyRowOfTheTableOfMistakesIsMade() throws IOException {
        assertThat(MISTAKES.keySet()).containsExactlyElementsOf(rows());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyMistakeIsToldInTheWordsOfThePage(String row) throws IOException {
        String said = table("| You wrote |").stream()
                .filter(cells -> cells.get(0).equals(row))
                .findFirst()
                .orElseThrow()
                .get(1);
        copyTheMappings();
        for (List<String> edit : MISTAKES.get(row)) {
            edit(edit.get(0), edit.get(1), edit.get(2));
        }

        String told = String.join("\n", problems());
        if (said.startsWith("the name, where")) {
            assertThat(told).contains("there is no member mfa_activ. Did you mean mfa_active?");
            return;
        }
        for (String sentence : said.split("(?<=[.?]) (?=[A-Z{])")) {
            assertThat(told).contains(sentence.replaceAll("^… | …$", ""));
        }
    }

    @Test
    void everyFunctionIsTaken() throws IOException {
        List<String> written = new ArrayList<>();
        for (List<String> row : table("| Write |")) {
            Matcher spans = Pattern.compile("`([^`]+)`").matcher(row.get(0));
            while (spans.find()) {
                written.add(spans.group(1));
            }
        }
        assertThat(FUNCTIONS.keySet()).containsExactlyElementsOf(written);

        copyTheMappings();
        StringBuilder tests = new StringBuilder();
        FUNCTIONS.forEach((name, asked) -> tests.append("- id: OWN-")
                .append(tests.length())
                .append("\n  says: A function\n  timing: snapshot\n  source: ")
                .append(asked.get(0))
                .append("\n  expect: >-\n    ")
                .append(asked.get(1))
                .append("\n  deviation: It deviates\n  remedy: Mend it\n  severity: low\n  qualifies: all\n"));
        Files.writeString(folder.resolve("assertions/own.yaml"), tests);
        assertThat(problems()).isEmpty();
    }

    private static void parse(String[] words, boolean named) {
        Commands commands = new Commands(Consoles.quiet());
        CommandLine line =
                new CommandLine(CommandSpec.create().name("exhibit").mixinStandardHelpOptions(true), commands);
        commands.asked(words).forEach(line::addSubcommand);
        try {
            line.parseArgs(words);
        } catch (CommandLine.MissingParameterException e) {
            if (!named) {
                throw e;
            }
        }
    }

    /** As a shell would divide them. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(command.replaceFirst(" > .*", "").replaceAll("\\$\\([^)]*\\)", "2026-10"));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    private static List<List<String>> table(String head) throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(head))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.split("(?<!\\\\)\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private void copyTheMappings() throws IOException {
        Path shipped = Path.of("mappings");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path from : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(shipped.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.exists(path) ? Files.readString(path) : "";
        assertThat(before).contains(from);
        Files.writeString(
                path,
                from.isEmpty() ? before + to : before.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private List<String> problems() {
        MappingReader.Result read = MappingReader.read(folder, null, "hipaa-security-rule");
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(RegionCheck.problems(read.sound().scope()));
        problems.addAll(Compiler.problems(read.sound(), CatalogFile.load()));
        return problems.stream().map(Problem::toString).collect(Collectors.toList());
    }
}
