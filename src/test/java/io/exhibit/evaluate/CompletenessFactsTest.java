package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Is that all of it?": two readings of the same thing, one of which lacks something, judged by the shipped mapping. */
class CompletenessFactsTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String REPORT = "iam.credential-report";
    private static final String DETAILS = "iam.authorization-details";
    private static final String SUMMARY = "iam.account-summary";
    private static final String FINDINGS = "guardduty.findings";
    private static final Instant MADE = Instant.parse("2026-10-04T23:00:00Z");

    private static final Catalog CATALOG = CatalogFile.load();
    private static final Evaluator EVALUATOR = evaluator();

    private static Evaluator evaluator() {
        Book book = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
                .book()
                .orElseThrow();
        Set<String> facts = Set.of("COL-08", "COL-09", "COL-10", "COL-11", "COL-12", "COL-13", "COL-14");
        Book completeness = book.with(book.assertions().stream()
                .filter(assertion -> facts.contains(assertion.id()))
                .toList());
        return new Evaluator(completeness, CATALOG, ZoneOffset.UTC);
    }

    private final FakeRun run = new FakeRun(CATALOG).account(A, "ACTIVE");

    /** Who stands in the report, who in the details, and how many IAM counts. */
    private FakeRun users(List<String> report, List<String> details, long counted) {
        report.forEach(name -> run.record(REPORT, A, "global", REPORT, Map.of("user", name, "arn", arn(name))));
        details.forEach(name -> user(name, "2026-01-01T00:00:00Z"));
        run.record(
                REPORT,
                A,
                "global",
                "iam.credential-report-state",
                Map.of("account", A, "GeneratedTime", MADE, "users", arns(report), "user_count", (long) report.size()));
        run.record(
                DETAILS,
                A,
                "global",
                "iam.authorization-details-state",
                Map.of("account", A, "read", FakeRun.NOW, "users", arns(details), "user_count", (long) details.size()));
        return run.record(SUMMARY, A, "global", SUMMARY, Map.of("account", A, "Users", counted));
    }

    private void user(String name, String made) {
        run.record(
                DETAILS,
                A,
                "global",
                "iam.users",
                Map.of("Arn", arn(name), "UserName", name, "CreateDate", Instant.parse(made)));
    }

    private static List<String> arns(List<String> names) {
        return names.stream().map(CompletenessFactsTest::arn).toList();
    }

    private static String arn(String name) {
        return "arn:aws:iam::" + A + ":user/" + name;
    }

    private Stream<Item> items(String id, State state) {
        return Judged.of(EVALUATOR, run).items().getOrDefault(id, List.of()).stream()
                .filter(item -> item.state() == state);
    }

    @Test
    void theSameUsersEverywhereConform() {
        users(List.of("ana", "ben"), List.of("ana", "ben"), 2);

        for (String id : List.of("COL-09", "COL-10", "COL-11", "COL-12", "COL-13")) {
            assertThat(items(id, State.CONFORMS)).as(id).isNotEmpty();
            assertThat(items(id, State.DEVIATES)).as(id).isEmpty();
        }
    }

    @Test
    void aUserWhoIsMissingInTheReportIsNamedWithBothTimes() {
        users(List.of("ana"), List.of("ana", "ben"), 2);

        assertThat(items("COL-09", State.DEVIATES))
                .extracting(Item::text)
                .containsExactly("ben, a user since 2026-01-01T00:00:00Z, stands in the authorization details read at "
                        + "2026-10-05T02:15:00Z and not in the credential report made at 2026-10-04T23:00:00Z");
        assertThat(items("COL-10", State.DEVIATES)).isEmpty();
    }

    @Test
    void aUserMadeSinceTheReportIsToldApartFromOneThatIsMissing() {
        users(List.of("ana"), List.of("ana"), 2);
        user("new", "2026-10-05T01:00:00Z");

        assertThat(items("COL-09", State.DEVIATES)).isEmpty();
        assertThat(items("COL-10", State.DEVIATES))
                .singleElement()
                .satisfies(item -> assertThat(item.text())
                        .startsWith(
                                "new was made at 2026-10-05T01:00:00Z, after the credential report of 2026-10-04T23:00:00Z")
                        .endsWith("read at 2026-10-05T02:15:00Z"));
    }

    @Test
    void aUserWhoIsMissingInTheDetailsIsNamedAndTheRootUserIsNone() {
        users(List.of("<root_account>", "ana", "ben"), List.of("ana"), 1);

        assertThat(items("COL-11", State.DEVIATES)).extracting(Item::key).containsExactly(arn("ben"));
    }

    @Test
    void aCountThatTheDetailsDoNotNameIsToldWithBothTimes() {
        users(List.of("ana"), List.of("ana"), 7);

        assertThat(items("COL-12", State.DEVIATES))
                .extracting(Item::text)
                .containsExactly(
                        "IAM counted 7 users in " + A + " at 2026-10-05T02:15:00Z; the authorization details read"
                                + " at 2026-10-05T02:15:00Z name 1");
    }

    @ParameterizedTest
    @CsvSource({
        "iam.credential-report,     iam:GetCredentialReport,              COL-09 COL-10 COL-11",
        "iam.authorization-details, iam:GetAccountAuthorizationDetails,   COL-09 COL-10 COL-11 COL-12",
        "iam.account-summary,       iam:GetAccountSummary,                COL-12"
    })
    void whatCouldNotBeReadAgreesWithNothing(String source, String operation, String ids) {
        users(List.of("ana"), List.of("ana"), 1).gap(source, A, "global", operation, Cause.DENIED);

        for (String id : ids.split(" ")) {
            assertThat(items(id, State.INCONCLUSIVE)).as(id).isNotEmpty();
            assertThat(items(id, State.CONFORMS)).as(id).isEmpty();
        }
        assertThat(items("COL-13", State.DEVIATES)).isNotEmpty();
    }

    @Test
    void anAccountThatIsListedAndWasNotAskedIsNamed() {
        String forgotten = "222233334444";
        run.record(DETAILS, A, "global", "iam.users", Map.of("Arn", arn("ana")));
        for (String id : List.of(A, forgotten)) {
            Map<String, Object> listed = Map.of("Id", id, "Name", "name-" + id.charAt(0), "State", "ACTIVE");
            run.record("organizations", A, "global", "organizations.accounts", listed);
        }

        assertThat(items("COL-08", State.CONFORMS)).extracting(Item::key).containsExactly(A);
        assertThat(items("COL-08", State.DEVIATES))
                .extracting(Item::text)
                .containsExactly(
                        "name-2 (222233334444, ACTIVE) is listed by the organization, and no call was made to it");

        run.gap("organizations", A, "global", "organizations:ListAccounts", Cause.DENIED);
        assertThat(items("COL-08", State.INCONCLUSIVE)).isNotEmpty();
        assertThat(items("COL-08", State.CONFORMS)).isEmpty();
    }

    @Test
    void aTargetThatWasNotAskedHasNotReadItsListsToTheEnd() {
        users(List.of("ana"), List.of("ana"), 1).account("222233334444", "ACTIVE");

        assertThat(items("COL-13", State.INCONCLUSIVE)).extracting(Item::key).containsExactly("222233334444/global");
    }

    @Test
    void aFindingThatWasListedAndNotDescribedIsNamed() {
        run.record(
                FINDINGS,
                A,
                "us-east-1",
                "guardduty.listed-findings",
                Map.of("detector", "d", "listed", 2L, "described", 1L, "not_described", List.of("f-2")));

        assertThat(items("COL-14", State.DEVIATES))
                .extracting(Item::text)
                .containsExactly("detector d listed 2 findings and described 1 of them; not described: f-2");

        run.gap(FINDINGS, A, "us-east-1", "guardduty:GetFindings", Cause.THROTTLED);
        assertThat(items("COL-14", State.INCONCLUSIVE)).isNotEmpty();
    }
}
